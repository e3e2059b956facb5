/* Folders and drives. */
#ifndef _DIRECT_H
#define _DIRECT_H

#include <corecrt.h>

struct _diskfree_t {
    unsigned total_clusters;
    unsigned avail_clusters;
    unsigned sectors_per_cluster;
    unsigned bytes_per_sector;
};

__PACKWHEEL_BEGIN
int _chdir(const char *);
int _chdrive(int);
char *_getcwd(char *, int);
char *_getdcwd(int, char *, int);
int _getdrive(void);
unsigned long _getdrives(void);
unsigned _getdiskfree(unsigned, struct _diskfree_t *);
int _mkdir(const char *);
int _rmdir(const char *);
int _wchdir(const wchar_t *);
wchar_t *_wgetcwd(wchar_t *, int);
wchar_t *_wgetdcwd(int, wchar_t *, int);
int _wmkdir(const wchar_t *);
int _wrmdir(const wchar_t *);

#ifndef __STRICT_ANSI__
int chdir(const char *);
char *getcwd(char *, int);
int mkdir(const char *);
int rmdir(const char *);
#endif
__PACKWHEEL_END

#endif
