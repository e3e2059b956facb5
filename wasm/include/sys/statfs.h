/* <sys/statfs.h>: facts about file systems, as Linux has them. */
#ifndef PACKWHEEL_SYS_STATFS_H
#define PACKWHEEL_SYS_STATFS_H

#include <features.h>
#define PACKWHEEL_NEED_fsblkcnt_t 1
#define PACKWHEEL_NEED_fsfilcnt_t 1
#if PACKWHEEL_USE_LARGEFILE64
#define PACKWHEEL_NEED_fsblkcnt64_t 1
#define PACKWHEEL_NEED_fsfilcnt64_t 1
#endif
#include <bits/typedefs.h>

typedef struct {
  int __val[2];
} fsid_t;

#if PACKWHEEL_MACHINE_S390X
#define PACKWHEEL_STATFS_WORD unsigned int
#elif PACKWHEEL_LIBC_MUSL
#define PACKWHEEL_STATFS_WORD unsigned long
#elif PACKWHEEL_WORD_BITS == 32
#define PACKWHEEL_STATFS_WORD int
#else
#define PACKWHEEL_STATFS_WORD long
#endif

#define PACKWHEEL_STATFS_FIELDS(blocks, files) \
  PACKWHEEL_STATFS_WORD f_type; \
  PACKWHEEL_STATFS_WORD f_bsize; \
  blocks f_blocks; \
  blocks f_bfree; \
  blocks f_bavail; \
  files f_files; \
  files f_ffree; \
  fsid_t f_fsid; \
  PACKWHEEL_STATFS_WORD f_namelen; \
  PACKWHEEL_STATFS_WORD f_frsize; \
  PACKWHEEL_STATFS_WORD f_flags; \
  PACKWHEEL_STATFS_WORD f_spare[4];

struct statfs {
  PACKWHEEL_STATFS_FIELDS(fsblkcnt_t, fsfilcnt_t)
};

PACKWHEEL_BEGIN_C

int fstatfs(int, struct statfs *) PACKWHEEL_OFFSET64("fstatfs64");
int statfs(const char *, struct statfs *) PACKWHEEL_OFFSET64("statfs64");

#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_LIBC_GLIBC
struct statfs64 {
  PACKWHEEL_STATFS_FIELDS(fsblkcnt64_t, fsfilcnt64_t)
};
int fstatfs64(int, struct statfs64 *);
int statfs64(const char *, struct statfs64 *);
#else
#define fstatfs64 fstatfs
#define statfs64 statfs
#endif
#endif

PACKWHEEL_END_C

#endif
