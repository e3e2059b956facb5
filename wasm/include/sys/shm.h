/* <sys/shm.h>: shared memory, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_SHM_H
#define PACKWHEEL_SYS_SHM_H

#include <features.h>
#define PACKWHEEL_NEED_pid_t 1
#define PACKWHEEL_NEED_key_t 1
#define PACKWHEEL_NEED_time_t 1
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>
#include <sys/ipc.h>

#define SHM_LOCK 11
#define SHM_UNLOCK 12
#define SHM_INFO 14
#define SHM_W 0x80
#define SHM_R 0x100
#define SHM_DEST 0x200
#define SHM_LOCKED 0x400
#define SHM_HUGETLB 0x800
#define SHM_NORESERVE 0x1000
#define SHM_RDONLY 0x1000
#define SHM_RND 0x2000
#define SHM_REMAP 0x4000
#define SHM_EXEC 0x8000
#if PACKWHEEL_LIBC_MUSL && PACKWHEEL_WORD_BITS == 32
#define SHM_STAT 269
#else
#define SHM_STAT 13
#endif
PACKWHEEL_BEGIN_C

long sysconf(int);

PACKWHEEL_END_C
#define SHMLBA ((int)sysconf(30))

typedef unsigned long shmatt_t;

/* Where time_t is wider than long, its halves are in the old place, and the whole is at the end. */
#if PACKWHEEL_WORD_BITS == 64 || (PACKWHEEL_LIBC_GLIBC && PACKWHEEL_TIME_REDIRECTED)
#define PACKWHEEL_IPC_TIME(name) time_t name;
#elif PACKWHEEL_LIBC_MUSL
#define PACKWHEEL_IPC_TIME(name) unsigned long __##name##_low, __##name##_high;
#else
#define PACKWHEEL_IPC_TIME(name) time_t name; unsigned long __##name##_high;
#endif

struct shmid_ds {
  struct ipc_perm shm_perm;
#if !PACKWHEEL_MACHINE_PPC64LE
  size_t shm_segsz;
#endif
  PACKWHEEL_IPC_TIME(shm_atime)
  PACKWHEEL_IPC_TIME(shm_dtime)
  PACKWHEEL_IPC_TIME(shm_ctime)
#if PACKWHEEL_MACHINE_PPC64LE
  size_t shm_segsz;
#endif
  pid_t shm_cpid;
  pid_t shm_lpid;
  shmatt_t shm_nattch;
  unsigned long __reserved[2];
#if PACKWHEEL_LIBC_MUSL && PACKWHEEL_TIME_REDIRECTED
  unsigned long __padding;
  time_t shm_atime;
  time_t shm_dtime;
  time_t shm_ctime;
#endif
};

PACKWHEEL_BEGIN_C

void *shmat(int, const void *, int);
int shmctl(int, int, struct shmid_ds *) PACKWHEEL_WIDE_TIME_SYMBOL("__shmctl64");
int shmdt(const void *);
int shmget(key_t, size_t, int);

PACKWHEEL_END_C

#endif
