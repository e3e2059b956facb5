/* What files are. Times have 64 bits. */
#ifndef _SYS_STAT_H
#define _SYS_STAT_H

#include <corecrt.h>
#include <sys/types.h>

#define _S_IFMT 0xf000
#define _S_IFDIR 0x4000
#define _S_IFCHR 0x2000
#define _S_IFIFO 0x1000
#define _S_IFREG 0x8000
#define _S_IREAD 0x0100
#define _S_IWRITE 0x0080
#define _S_IEXEC 0x0040

struct _stat32 {
    _dev_t st_dev;
    _ino_t st_ino;
    unsigned short st_mode;
    short st_nlink;
    short st_uid;
    short st_gid;
    _dev_t st_rdev;
    _off_t st_size;
    __time32_t st_atime;
    __time32_t st_mtime;
    __time32_t st_ctime;
};

struct _stat64i32 {
    _dev_t st_dev;
    _ino_t st_ino;
    unsigned short st_mode;
    short st_nlink;
    short st_uid;
    short st_gid;
    _dev_t st_rdev;
    _off_t st_size;
    __time64_t st_atime;
    __time64_t st_mtime;
    __time64_t st_ctime;
};

struct _stat64 {
    _dev_t st_dev;
    _ino_t st_ino;
    unsigned short st_mode;
    short st_nlink;
    short st_uid;
    short st_gid;
    _dev_t st_rdev;
    long long st_size;
    __time64_t st_atime;
    __time64_t st_mtime;
    __time64_t st_ctime;
};

#define __stat64 _stat64
#define _stat _stat64i32
#define _fstat _fstat64i32
#define _wstat _wstat64i32
#define _stati64 _stat64
#define _fstati64 _fstat64
#define _wstati64 _wstat64

__PACKWHEEL_BEGIN

int _fstat32(int, struct _stat32 *);
int _stat32(const char *, struct _stat32 *);
int _fstat64i32(int, struct _stat64i32 *);
int _stat64i32(const char *, struct _stat64i32 *);
int _wstat64i32(const wchar_t *, struct _stat64i32 *);
int _fstat64(int, struct _stat64 *);
int _stat64(const char *, struct _stat64 *);
int _wstat64(const wchar_t *, struct _stat64 *);
int _umask(int);

#ifndef __STRICT_ANSI__
#define S_IFMT _S_IFMT
#define S_IFDIR _S_IFDIR
#define S_IFCHR _S_IFCHR
#define S_IFIFO _S_IFIFO
#define S_IFREG _S_IFREG
#define S_IREAD _S_IREAD
#define S_IWRITE _S_IWRITE
#define S_IEXEC _S_IEXEC
#define S_IRUSR _S_IREAD
#define S_IWUSR _S_IWRITE
#define S_IXUSR _S_IEXEC
#define S_IRWXU (S_IRUSR | S_IWUSR | S_IXUSR)
#define S_ISDIR(mode) (((mode) & S_IFMT) == S_IFDIR)
#define S_ISCHR(mode) (((mode) & S_IFMT) == S_IFCHR)
#define S_ISFIFO(mode) (((mode) & S_IFMT) == S_IFIFO)
#define S_ISREG(mode) (((mode) & S_IFMT) == S_IFREG)

#if defined(_FILE_OFFSET_BITS) && _FILE_OFFSET_BITS == 64
#define __PACKWHEEL_STAT(name) _##name##64
#define __PACKWHEEL_SIZE long long
#else
#define __PACKWHEEL_STAT(name) _##name##64i32
#define __PACKWHEEL_SIZE _off_t
#endif

struct stat {
    _dev_t st_dev;
    _ino_t st_ino;
    unsigned short st_mode;
    short st_nlink;
    short st_uid;
    short st_gid;
    _dev_t st_rdev;
    __PACKWHEEL_SIZE st_size;
    __time64_t st_atime;
    __time64_t st_mtime;
    __time64_t st_ctime;
};

int stat(const char *, struct stat *) __asm__(__PACKWHEEL_TEXT(__USER_LABEL_PREFIX__)
                                                  __PACKWHEEL_TEXT(__PACKWHEEL_STAT(stat)));
int fstat(int, struct stat *) __asm__(__PACKWHEEL_TEXT(__USER_LABEL_PREFIX__)
                                          __PACKWHEEL_TEXT(__PACKWHEEL_STAT(fstat)));
int chmod(const char *, int);
int mkdir(const char *);
int umask(int);
#endif

__PACKWHEEL_END

#endif
