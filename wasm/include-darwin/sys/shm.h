/*
 * Memory that processes share.
 * Spec: POSIX.1-2017 <sys/shm.h>.
 */
#ifndef PACKWHEEL_SYS_SHM_H
#define PACKWHEEL_SYS_SHM_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <sys/ipc.h>
#define PACKWHEEL_NEED_gid_t
#define PACKWHEEL_NEED_key_t
#define PACKWHEEL_NEED_mode_t
#define PACKWHEEL_NEED_pid_t
#define PACKWHEEL_NEED_time_t
#define PACKWHEEL_NEED_uid_t
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

typedef unsigned short shmatt_t;
#pragma pack(push, 4)
struct shmid_ds {
  struct ipc_perm shm_perm;
  __darwin_size_t shm_segsz;
  pid_t shm_lpid;
  pid_t shm_cpid;
  shmatt_t shm_nattch;
  time_t shm_atime;
  time_t shm_dtime;
  time_t shm_ctime;
  void *shm_internal;
};
#pragma pack(pop)

#ifdef __x86_64__
#define SHMLBA 4096
#else
#define SHMLBA 16384
#endif

#define SHM_RDONLY 0x1000
#define SHM_RND 0x2000
#define SHM_R 0x100
#define SHM_W 0x80

int shmctl(int, int, struct shmid_ds *);
int shmdt(const void *);
int shmget(key_t, size_t, int);
void *shmat(int, const void *, int);

PACKWHEEL_END_C

#endif
