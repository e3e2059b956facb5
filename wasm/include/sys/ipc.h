/* <sys/ipc.h>: what the old ways of talking between processes share, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_IPC_H
#define PACKWHEEL_SYS_IPC_H

#include <features.h>
#define PACKWHEEL_NEED_mode_t 1
#define PACKWHEEL_NEED_uid_t 1
#define PACKWHEEL_NEED_gid_t 1
#define PACKWHEEL_NEED_key_t 1
#include <bits/typedefs.h>

#define IPC_PRIVATE 0
#define IPC_RMID 0
#define IPC_SET 1
#define IPC_INFO 3
#define IPC_CREAT 0x200
#define IPC_EXCL 0x400
#define IPC_NOWAIT 0x800
#if PACKWHEEL_LIBC_MUSL && PACKWHEEL_WORD_BITS == 32
#define IPC_STAT 0x102
#else
#define IPC_STAT 2
#endif

struct ipc_perm {
#if PACKWHEEL_LIBC_MUSL
  key_t key;
#else
  key_t __key;
#endif
  uid_t uid;
  gid_t gid;
  uid_t cuid;
  gid_t cgid;
  mode_t mode;
  int __sequence;
#if PACKWHEEL_MACHINE_PPC64LE
  int __reserved_1;
#endif
  long __reserved_2[2];
};

PACKWHEEL_BEGIN_C

key_t ftok(const char *, int);

PACKWHEEL_END_C

#endif
