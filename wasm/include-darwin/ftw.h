/*
 * Walking through folders.
 * Spec: POSIX.1-2017 <ftw.h>.
 */
#ifndef PACKWHEEL_FTW_H
#define PACKWHEEL_FTW_H

#include <bits/darwin.h>
#include <sys/stat.h>
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

#define FTW_F 0
#define FTW_D 1
#define FTW_DNR 2
#define FTW_DP 3
#define FTW_NS 4
#define FTW_SL 5
#define FTW_SLN 6
#define FTW_PHYS 1
#define FTW_MOUNT 2
#define FTW_DEPTH 4
#define FTW_CHDIR 8

struct FTW {
  int base;
  int level;
};

int ftw(const char *, int (*)(const char *, const struct stat *, int), int) PACKWHEEL_INODE64("ftw");
int nftw(const char *, int (*)(const char *, const struct stat *, int, struct FTW *), int,
    int) PACKWHEEL_INODE64("nftw");

PACKWHEEL_END_C

#endif
