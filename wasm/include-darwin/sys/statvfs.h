/*
 * Room in a file system.
 * Spec: POSIX.1-2017 <sys/statvfs.h>.
 */
#ifndef PACKWHEEL_SYS_STATVFS_H
#define PACKWHEEL_SYS_STATVFS_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_fsblkcnt_t
#define PACKWHEEL_NEED_fsfilcnt_t
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

#define ST_RDONLY 1
#define ST_NOSUID 2

struct statvfs {
  unsigned long f_bsize;
  unsigned long f_frsize;
  fsblkcnt_t f_blocks;
  fsblkcnt_t f_bfree;
  fsblkcnt_t f_bavail;
  fsfilcnt_t f_files;
  fsfilcnt_t f_ffree;
  fsfilcnt_t f_favail;
  unsigned long f_fsid;
  unsigned long f_flag;
  unsigned long f_namemax;
};

int fstatvfs(int, struct statvfs *);
int statvfs(const char *__restrict, struct statvfs *__restrict);

PACKWHEEL_END_C

#endif
