/*
 * The entries of a folder.
 * Spec: POSIX.1-2017 <dirent.h>.
 */
#ifndef PACKWHEEL_DIRENT_H
#define PACKWHEEL_DIRENT_H

#include <bits/darwin.h>
#include <sys/dirent.h>
#include <sys/cdefs.h>
#include <errno.h>
#include <stdlib.h>
#define PACKWHEEL_NEED_ino_t
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

typedef struct _dirdesc DIR;

DIR *fdopendir(int) PACKWHEEL_INODE64("fdopendir");
DIR *opendir(const char *) PACKWHEEL_INODE64("opendir");
int alphasort(const struct dirent **, const struct dirent **) PACKWHEEL_INODE64("alphasort");
int closedir(DIR *);
int dirfd(DIR *);
int readdir_r(DIR *, struct dirent *, struct dirent **) PACKWHEEL_INODE64("readdir_r");
int scandir(const char *, struct dirent ***, int (*)(const struct dirent *), int (*)(const struct dirent **,
    const struct dirent **)) PACKWHEEL_INODE64("scandir");
int scandir_b(const char *, struct dirent ***, int (^)(const struct dirent *), int (^)(const struct dirent **,
    const struct dirent **)) PACKWHEEL_INODE64("scandir_b");
long telldir(DIR *) PACKWHEEL_INODE64("telldir");
struct dirent *readdir(DIR *) PACKWHEEL_INODE64("readdir");
void rewinddir(DIR *) PACKWHEEL_INODE64("rewinddir");
void seekdir(DIR *, long) PACKWHEEL_INODE64("seekdir");

#if PACKWHEEL_USE_DARWIN
#define DIRBLKSIZ 0x400
#define DTF_HIDEW 1
#define DTF_NODUP 2
#define DTF_REWIND 4

#endif

PACKWHEEL_END_C

#endif
