/*
 * What files are.
 * Spec: POSIX.1-2017 <sys/stat.h>; stat(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_STAT_H
#define PACKWHEEL_SYS_STAT_H

#include <bits/darwin.h>
#include <bits/file-modes.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_blkcnt_t
#define PACKWHEEL_NEED_blksize_t
#define PACKWHEEL_NEED_dev_t
#define PACKWHEEL_NEED_gid_t
#define PACKWHEEL_NEED_ino_t
#define PACKWHEEL_NEED_mode_t
#define PACKWHEEL_NEED_nlink_t
#define PACKWHEEL_NEED_off_t
#define PACKWHEEL_NEED_time_t
#define PACKWHEEL_NEED_timespec
#define PACKWHEEL_NEED_uid_t
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_filesec_t
#define PACKWHEEL_NEED_ino64_t
#include <bits/typedefs.h>
#endif

PACKWHEEL_BEGIN_C

#define S_ISBLK(mode) (((mode) & S_IFMT) == S_IFBLK)
#define S_ISCHR(mode) (((mode) & S_IFMT) == S_IFCHR)
#define S_ISDIR(mode) (((mode) & S_IFMT) == S_IFDIR)
#define S_ISFIFO(mode) (((mode) & S_IFMT) == S_IFIFO)
#define S_ISLNK(mode) (((mode) & S_IFMT) == S_IFLNK)
#define S_ISREG(mode) (((mode) & S_IFMT) == S_IFREG)
#define S_ISSOCK(mode) (((mode) & S_IFMT) == S_IFSOCK)
#define S_TYPEISMQ(buffer) 0
#define S_TYPEISSEM(buffer) 0
#define S_TYPEISSHM(buffer) 0
#define S_TYPEISTMO(buffer) 0

#define UTIME_NOW (-1)
#define UTIME_OMIT (-2)

struct stat {
  dev_t st_dev;
  mode_t st_mode;
  nlink_t st_nlink;
  __darwin_ino64_t st_ino;
  uid_t st_uid;
  gid_t st_gid;
  dev_t st_rdev;
  struct timespec st_atimespec;
  struct timespec st_mtimespec;
  struct timespec st_ctimespec;
  struct timespec st_birthtimespec;
  off_t st_size;
  blkcnt_t st_blocks;
  blksize_t st_blksize;
  __uint32_t st_flags;
  __uint32_t st_gen;
  __int32_t st_lspare;
  __int64_t st_qspare[2];
};

int chmod(const char *, mode_t);
int fchmod(int, mode_t);
int fchmodat(int, const char *, mode_t, int);
int fstat(int, struct stat *) PACKWHEEL_INODE64("fstat");
int fstatat(int, const char *, struct stat *, int) PACKWHEEL_INODE64("fstatat");
int futimens(int, const struct timespec *);
int lstat(const char *, struct stat *) PACKWHEEL_INODE64("lstat");
int mkdir(const char *, mode_t);
int mkdirat(int, const char *, mode_t);
int mkfifo(const char *, mode_t);
int mknod(const char *, mode_t, dev_t);
int stat(const char *, struct stat *) PACKWHEEL_INODE64("stat");
int utimensat(int, const char *, const struct timespec *, int);
mode_t umask(mode_t);

#if PACKWHEEL_USE_DARWIN
#define S_ISWHT(mode) (((mode) & S_IFMT) == S_IFWHT)
#define st_atime st_atimespec.tv_sec
#define st_mtime st_mtimespec.tv_sec
#define st_ctime st_ctimespec.tv_sec
#define st_birthtime st_birthtimespec.tv_sec
#define ACCESSPERMS 511
#define ALLPERMS 4095
#define DEFFILEMODE 438
#define S_BLKSIZE 0x200
#define UF_SETTABLE 0xffff
#define UF_NODUMP 1
#define UF_IMMUTABLE 2
#define UF_APPEND 4
#define UF_OPAQUE 8
#define UF_COMPRESSED 0x20
#define UF_TRACKED 0x40
#define UF_DATAVAULT 0x80
#define UF_HIDDEN 0x8000
#define SF_SUPPORTED 0x9f0000
#define SF_SETTABLE 0x3fff0000
#define SF_SYNTHETIC 0xc0000000
#define SF_ARCHIVED 0x10000
#define SF_IMMUTABLE 0x20000
#define SF_APPEND 0x40000
#define SF_RESTRICTED 0x80000
#define SF_NOUNLINK 0x100000
#define SF_FIRMLINK 0x800000
#define SF_DATALESS 0x40000000
#define EF_MAY_SHARE_BLOCKS 1
#define EF_NO_XATTRS 2
#define EF_IS_SYNC_ROOT 4
#define EF_IS_PURGEABLE 8
#define EF_IS_SPARSE 0x10
#define EF_IS_SYNTHETIC 0x20

int chflags(const char *, __uint32_t);
int chmodx_np(const char *, filesec_t);
int fchflags(int, __uint32_t);
int fchmodx_np(int, filesec_t);
int fstatx_np(int, struct stat *, filesec_t) PACKWHEEL_INODE64("fstatx_np");
int lchflags(const char *, __uint32_t);
int lchmod(const char *, mode_t);
int lstatx_np(const char *, struct stat *, filesec_t) PACKWHEEL_INODE64("lstatx_np");
int mkdirx_np(const char *, filesec_t);
int mkfifox_np(const char *, filesec_t);
int statx_np(const char *, struct stat *, filesec_t) PACKWHEEL_INODE64("statx_np");
int umaskx_np(filesec_t);
#endif

PACKWHEEL_END_C

#endif
