/* <ftw.h>: walking over a tree of files, POSIX.1-2017. */
#ifndef PACKWHEEL_FTW_H
#define PACKWHEEL_FTW_H

#include <features.h>
#include <sys/stat.h>

#define FTW_PHYS 1
#define FTW_MOUNT 2
#define FTW_CHDIR 4
#define FTW_DEPTH 8
#if PACKWHEEL_LIBC_GLIBC
#define FTW_F 0
#define FTW_D 1
#define FTW_DNR 2
#define FTW_NS 3
#define FTW_SL 4
#define FTW_DP 5
#define FTW_SLN 6
#else
#define FTW_F 1
#define FTW_D 2
#define FTW_DNR 3
#define FTW_NS 4
#define FTW_SL 5
#define FTW_DP 6
#define FTW_SLN 7
#endif
#if PACKWHEEL_USE_GNU && PACKWHEEL_LIBC_GLIBC
#define FTW_CONTINUE 0
#define FTW_STOP 1
#define FTW_SKIP_SUBTREE 2
#define FTW_SKIP_SIBLINGS 3
#define FTW_ACTIONRETVAL 16
#endif

struct FTW {
  int base;
  int level;
};

PACKWHEEL_BEGIN_C

int ftw(const char *, int (*)(const char *, const struct stat *, int), int)
  PACKWHEEL_OFFSET64_TIME64("ftw64", "__ftw64_time64");
int nftw(const char *, int (*)(const char *, const struct stat *, int, struct FTW *), int, int)
  PACKWHEEL_OFFSET64_TIME64("nftw64", "__nftw64_time64");
#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_LIBC_GLIBC
int ftw64(const char *, int (*)(const char *, const struct stat64 *, int), int) PACKWHEEL_WIDE_TIME_SYMBOL("__ftw64_time64");
int nftw64(const char *, int (*)(const char *, const struct stat64 *, int, struct FTW *), int, int) PACKWHEEL_WIDE_TIME_SYMBOL("__nftw64_time64");
#else
#define ftw64 ftw
#define nftw64 nftw
#endif
#endif

PACKWHEEL_END_C

#endif
