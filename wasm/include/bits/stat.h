/* struct stat: what the C library writes, by machine. */
#ifndef PACKWHEEL_BITS_STAT_H
#define PACKWHEEL_BITS_STAT_H

#include <features.h>
#define PACKWHEEL_NEED_off_t 1
#define PACKWHEEL_NEED_ino_t 1
#define PACKWHEEL_NEED_dev_t 1
#define PACKWHEEL_NEED_mode_t 1
#define PACKWHEEL_NEED_nlink_t 1
#define PACKWHEEL_NEED_blksize_t 1
#define PACKWHEEL_NEED_blkcnt_t 1
#define PACKWHEEL_NEED_uid_t 1
#define PACKWHEEL_NEED_gid_t 1
#include <bits/typedefs.h>
#include <bits/timespec.h>

/* The three times, by their POSIX names and by the old ones. */
#define PACKWHEEL_STAT_TIMES struct timespec st_atim, st_mtim, st_ctim;
#define st_atime st_atim.tv_sec
#define st_mtime st_mtim.tv_sec
#define st_ctime st_ctim.tv_sec

#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_TIME_REDIRECTED
#define PACKWHEEL_STAT_FIELDS \
  dev_t st_dev; \
  ino_t st_ino; \
  mode_t st_mode; \
  nlink_t st_nlink; \
  uid_t st_uid; \
  gid_t st_gid; \
  dev_t st_rdev; \
  off_t st_size; \
  blksize_t st_blksize; \
  blkcnt_t st_blocks; \
  PACKWHEEL_STAT_TIMES
#define PACKWHEEL_STAT64_FIELDS PACKWHEEL_STAT_FIELDS
#elif PACKWHEEL_MACHINE_S390X
#define PACKWHEEL_STAT_FIELDS \
  dev_t st_dev; \
  ino_t st_ino; \
  nlink_t st_nlink; \
  mode_t st_mode; \
  uid_t st_uid; \
  gid_t st_gid; \
  int __reserved_1; \
  dev_t st_rdev; \
  off_t st_size; \
  PACKWHEEL_STAT_TIMES \
  blksize_t st_blksize; \
  blkcnt_t st_blocks; \
  long __reserved_2[3];
#elif PACKWHEEL_MACHINE_X86_64 || PACKWHEEL_MACHINE_PPC64LE
#define PACKWHEEL_STAT_FIELDS \
  dev_t st_dev; \
  ino_t st_ino; \
  nlink_t st_nlink; \
  mode_t st_mode; \
  uid_t st_uid; \
  gid_t st_gid; \
  int __reserved_1; \
  dev_t st_rdev; \
  off_t st_size; \
  blksize_t st_blksize; \
  blkcnt_t st_blocks; \
  PACKWHEEL_STAT_TIMES \
  long __reserved_2[3];
#elif PACKWHEEL_MACHINE_AARCH64 || PACKWHEEL_MACHINE_RISCV64
#define PACKWHEEL_STAT_FIELDS \
  dev_t st_dev; \
  ino_t st_ino; \
  mode_t st_mode; \
  nlink_t st_nlink; \
  uid_t st_uid; \
  gid_t st_gid; \
  dev_t st_rdev; \
  unsigned long __reserved_1; \
  off_t st_size; \
  blksize_t st_blksize; \
  int __reserved_2; \
  blkcnt_t st_blocks; \
  PACKWHEEL_STAT_TIMES \
  int __reserved_3[2];
#elif PACKWHEEL_EMSCRIPTEN
#define PACKWHEEL_STAT_FIELDS \
  dev_t st_dev; \
  mode_t st_mode; \
  nlink_t st_nlink; \
  uid_t st_uid; \
  gid_t st_gid; \
  dev_t st_rdev; \
  off_t st_size; \
  blksize_t st_blksize; \
  blkcnt_t st_blocks; \
  PACKWHEEL_STAT_TIMES \
  ino_t st_ino;
#elif PACKWHEEL_LIBC_MUSL
#define PACKWHEEL_STAT_FIELDS \
  dev_t st_dev; \
  int __reserved_1; \
  long __narrow_ino; \
  mode_t st_mode; \
  nlink_t st_nlink; \
  uid_t st_uid; \
  gid_t st_gid; \
  dev_t st_rdev; \
  int __reserved_2; \
  off_t st_size; \
  blksize_t st_blksize; \
  blkcnt_t st_blocks; \
  long __narrow_times[6]; \
  ino_t st_ino; \
  PACKWHEEL_STAT_TIMES
#else
/* glibc on machines of 32 bits, with narrow and with wide files. */
#define PACKWHEEL_STAT_FIELDS \
  dev_t st_dev; \
  unsigned short __reserved_1; \
  unsigned long st_ino; \
  mode_t st_mode; \
  nlink_t st_nlink; \
  uid_t st_uid; \
  gid_t st_gid; \
  dev_t st_rdev; \
  unsigned short __reserved_2; \
  long st_size; \
  blksize_t st_blksize; \
  long st_blocks; \
  PACKWHEEL_STAT_TIMES \
  unsigned long __reserved_3[2];
#define PACKWHEEL_STAT64_FIELDS \
  dev_t st_dev; \
  unsigned int __reserved_1; \
  unsigned long __narrow_ino; \
  mode_t st_mode; \
  nlink_t st_nlink; \
  uid_t st_uid; \
  gid_t st_gid; \
  dev_t st_rdev; \
  unsigned int __reserved_2; \
  long long st_size; \
  blksize_t st_blksize; \
  long long st_blocks; \
  PACKWHEEL_STAT_TIMES \
  unsigned long long st_ino;
#endif

struct stat {
#if PACKWHEEL_OFFSET_REDIRECTED
  PACKWHEEL_STAT64_FIELDS
#else
  PACKWHEEL_STAT_FIELDS
#endif
};

#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_LIBC_MUSL
#define stat64 stat
#else
struct stat64 {
#if PACKWHEEL_WORD_BITS == 32
  PACKWHEEL_STAT64_FIELDS
#else
  PACKWHEEL_STAT_FIELDS
#endif
};
#endif
#endif

#endif
