/*
 * Names of what processes share.
 * Spec: POSIX.1-2017 <sys/ipc.h>.
 */
#ifndef PACKWHEEL_SYS_IPC_H
#define PACKWHEEL_SYS_IPC_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_gid_t
#define PACKWHEEL_NEED_key_t
#define PACKWHEEL_NEED_mode_t
#define PACKWHEEL_NEED_uid_t
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

#define IPC_CREAT 0x200
#define IPC_EXCL 0x400
#define IPC_NOWAIT 0x800
#define IPC_PRIVATE 0
#define IPC_RMID 0
#define IPC_SET 1
#define IPC_STAT 2

#pragma pack(push, 4)
struct ipc_perm {
  uid_t uid;
  gid_t gid;
  uid_t cuid;
  gid_t cgid;
  mode_t mode;
  unsigned short _seq;
  key_t _key;
};
#pragma pack(pop)

key_t ftok(const char *, int);

#if PACKWHEEL_USE_DARWIN
#define IPC_R 0x100
#define IPC_W 0x80
#define IPC_M 0x1000

#endif

PACKWHEEL_END_C

#endif
