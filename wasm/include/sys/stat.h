/* <sys/stat.h>: facts about files, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_STAT_H
#define PACKWHEEL_SYS_STAT_H

#include <features.h>
#define PACKWHEEL_NEED_dev_t 1
#define PACKWHEEL_NEED_mode_t 1
#define PACKWHEEL_NEED_int32_t 1
#define PACKWHEEL_NEED_int64_t 1
#define PACKWHEEL_NEED_uint16_t 1
#define PACKWHEEL_NEED_uint32_t 1
#define PACKWHEEL_NEED_uint64_t 1
#include <bits/typedefs.h>
#include <bits/timespec.h>
#include <bits/file-modes.h>
#include <bits/stat.h>

#define S_IEXEC 0100
#define S_IWRITE 0200
#define S_IREAD 0400
#define S_IFIFO 010000
#define S_IFCHR 020000
#define S_IFDIR 040000
#define S_IFBLK 060000
#define S_IFREG 0100000
#define S_IFLNK 0120000
#define S_IFSOCK 0140000
#define S_IFMT 0170000
#define UTIME_OMIT 0x3ffffffe
#define UTIME_NOW 0x3fffffff
#if PACKWHEEL_LIBC_GLIBC
#define DEFFILEMODE 0666
#define ACCESSPERMS 0777
#define ALLPERMS 07777
#define S_BLKSIZE 0x200
#endif

#define S_ISDIR(mode) (((mode) & S_IFMT) == S_IFDIR)
#define S_ISCHR(mode) (((mode) & S_IFMT) == S_IFCHR)
#define S_ISBLK(mode) (((mode) & S_IFMT) == S_IFBLK)
#define S_ISREG(mode) (((mode) & S_IFMT) == S_IFREG)
#define S_ISFIFO(mode) (((mode) & S_IFMT) == S_IFIFO)
#define S_ISLNK(mode) (((mode) & S_IFMT) == S_IFLNK)
#define S_ISSOCK(mode) (((mode) & S_IFMT) == S_IFSOCK)
/* On Linux these are never files of their own. */
#define S_TYPEISMQ(status) ((status)->st_mode - (status)->st_mode)
#define S_TYPEISSEM(status) ((status)->st_mode - (status)->st_mode)
#define S_TYPEISSHM(status) ((status)->st_mode - (status)->st_mode)

#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_TIME_REDIRECTED
#define PACKWHEEL_STAT_SYMBOL(name) PACKWHEEL_REDIRECT("__" #name "64_time64")
#define PACKWHEEL_STAT64_SYMBOL(name) PACKWHEEL_STAT_SYMBOL(name)
#elif PACKWHEEL_OFFSET_REDIRECTED
#define PACKWHEEL_STAT_SYMBOL(name) PACKWHEEL_REDIRECT(#name "64")
#elif PACKWHEEL_LIBC_MUSL && PACKWHEEL_TIME_REDIRECTED
#define PACKWHEEL_STAT_SYMBOL(name) PACKWHEEL_REDIRECT("__" #name "_time64")
#else
#define PACKWHEEL_STAT_SYMBOL(name)
#endif
#ifndef PACKWHEEL_STAT64_SYMBOL
#define PACKWHEEL_STAT64_SYMBOL(name)
#endif

PACKWHEEL_BEGIN_C

int chmod(const char *, mode_t);
int fchmod(int, mode_t);
int fchmodat(int, const char *, mode_t, int);
int futimens(int, const struct timespec[2]) PACKWHEEL_TIME64("__futimens_time64", "__futimens64");
int lchmod(const char *, mode_t);
int mkdir(const char *, mode_t);
int mkdirat(int, const char *, mode_t);
int mkfifo(const char *, mode_t);
int mkfifoat(int, const char *, mode_t);
mode_t umask(mode_t);
int utimensat(int, const char *, const struct timespec[2], int) PACKWHEEL_TIME64("__utimensat_time64", "__utimensat64");

/* Until glibc 2.33 these are no symbols of the library: the compiler's runtime helpers call what it has instead. */
int stat(const char *__restrict, struct stat *__restrict) PACKWHEEL_STAT_SYMBOL(stat);
int fstat(int, struct stat *) PACKWHEEL_STAT_SYMBOL(fstat);
int lstat(const char *__restrict, struct stat *__restrict) PACKWHEEL_STAT_SYMBOL(lstat);
int fstatat(int, const char *__restrict, struct stat *__restrict, int) PACKWHEEL_STAT_SYMBOL(fstatat);
int mknod(const char *, mode_t, dev_t);
int mknodat(int, const char *, mode_t, dev_t);
#if PACKWHEEL_USE_LARGEFILE64 && PACKWHEEL_LIBC_GLIBC
int stat64(const char *__restrict, struct stat64 *__restrict) PACKWHEEL_STAT64_SYMBOL(stat);
int fstat64(int, struct stat64 *) PACKWHEEL_STAT64_SYMBOL(fstat);
int lstat64(const char *__restrict, struct stat64 *__restrict) PACKWHEEL_STAT64_SYMBOL(lstat);
int fstatat64(int, const char *__restrict, struct stat64 *__restrict, int) PACKWHEEL_STAT64_SYMBOL(fstatat);
#endif

#if PACKWHEEL_USE_GNU && PACKWHEEL_LIBC_GLIBC && PACKWHEEL_GLIBC_AT_LEAST(28)
struct statx_timestamp {
  int64_t tv_sec;
  uint32_t tv_nsec;
  int32_t __reserved;
};

struct statx {
  uint32_t stx_mask;
  uint32_t stx_blksize;
  uint64_t stx_attributes;
  uint32_t stx_nlink;
  uint32_t stx_uid;
  uint32_t stx_gid;
  uint16_t stx_mode;
  uint16_t __reserved_1;
  uint64_t stx_ino;
  uint64_t stx_size;
  uint64_t stx_blocks;
  uint64_t stx_attributes_mask;
  struct statx_timestamp stx_atime, stx_btime, stx_ctime, stx_mtime;
  uint32_t stx_rdev_major;
  uint32_t stx_rdev_minor;
  uint32_t stx_dev_major;
  uint32_t stx_dev_minor;
  uint64_t __reserved_2[14];
};
#if PACKWHEEL_LIBC_GLIBC || (PACKWHEEL_LIBC_MUSL && PACKWHEEL_MACHINE_RISCV64)
#define STATX_TYPE 1
#define STATX_MODE 2
#define STATX_ATTR_COMPRESSED 4
#define STATX_NLINK 4
#define STATX_UID 8
#define STATX_ATTR_IMMUTABLE 16
#define STATX_GID 16
#define STATX_ATIME 32
#define STATX_ATTR_APPEND 32
#define STATX_ATTR_NODUMP 0x40
#define STATX_MTIME 0x40
#define STATX_CTIME 0x80
#define STATX_INO 0x100
#define STATX_SIZE 0x200
#define STATX_BLOCKS 0x400
#define STATX_BASIC_STATS 2047
#define STATX_ATTR_ENCRYPTED 0x800
#define STATX_BTIME 0x800
#define STATX_ALL 4095
#define STATX_ATTR_AUTOMOUNT 0x1000
#define STATX_MNT_ID 0x1000
#define STATX_ATTR_MOUNT_ROOT 0x2000
#define STATX_DIOALIGN 0x2000
#define STATX_ATTR_VERITY 0x100000
#define STATX_ATTR_DAX 0x200000
#endif
#if PACKWHEEL_LIBC_GLIBC
#define STATX__RESERVED 0x80000000
#endif
int statx(int, const char *__restrict, int, unsigned int, struct statx *__restrict);
#endif

#if PACKWHEEL_USE_LARGEFILE64 && PACKWHEEL_LIBC_MUSL
#define fstat64 fstat
#define lstat64 lstat
#define fstatat64 fstatat
#endif

PACKWHEEL_END_C

#endif
