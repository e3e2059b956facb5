/* <sys/statvfs.h>: facts about file systems, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_STATVFS_H
#define PACKWHEEL_SYS_STATVFS_H

#include <features.h>
#define PACKWHEEL_NEED_fsblkcnt_t 1
#define PACKWHEEL_NEED_fsfilcnt_t 1
#if PACKWHEEL_USE_LARGEFILE64
#define PACKWHEEL_NEED_fsblkcnt64_t 1
#define PACKWHEEL_NEED_fsfilcnt64_t 1
#endif
#include <bits/typedefs.h>

#define ST_RDONLY 1
#define ST_NOSUID 2
#define ST_NODEV 4
#define ST_NOEXEC 8
#define ST_SYNCHRONOUS 16
#define ST_MANDLOCK 0x40
#define ST_WRITE 0x80
#define ST_APPEND 0x100
#define ST_IMMUTABLE 0x200
#define ST_NOATIME 0x400
#define ST_NODIRATIME 0x800
#define ST_RELATIME 0x1000

#if PACKWHEEL_WORD_BITS == 64
#define PACKWHEEL_STATVFS_PADDING
#else
#define PACKWHEEL_STATVFS_PADDING int __padding;
#endif

#define PACKWHEEL_STATVFS_FIELDS(blocks, files, padding) \
  unsigned long f_bsize; \
  unsigned long f_frsize; \
  blocks f_blocks; \
  blocks f_bfree; \
  blocks f_bavail; \
  files f_files; \
  files f_ffree; \
  files f_favail; \
  unsigned long f_fsid; \
  padding unsigned long f_flag; \
  unsigned long f_namemax; \
  int __reserved[6];

struct statvfs {
  PACKWHEEL_STATVFS_FIELDS(fsblkcnt_t, fsfilcnt_t, PACKWHEEL_STATVFS_PADDING)
};

PACKWHEEL_BEGIN_C

int fstatvfs(int, struct statvfs *) PACKWHEEL_OFFSET64("fstatvfs64");
int statvfs(const char *__restrict, struct statvfs *__restrict) PACKWHEEL_OFFSET64("statvfs64");

#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_LIBC_GLIBC
struct statvfs64 {
  PACKWHEEL_STATVFS_FIELDS(fsblkcnt64_t, fsfilcnt64_t, PACKWHEEL_STATVFS_PADDING)
};
int fstatvfs64(int, struct statvfs64 *);
int statvfs64(const char *__restrict, struct statvfs64 *__restrict);
#else
#define fstatvfs64 fstatvfs
#define statvfs64 statvfs
#endif
#endif

PACKWHEEL_END_C

#endif
