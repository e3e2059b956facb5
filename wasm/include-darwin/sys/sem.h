/*
 * Sets of semaphores.
 * Spec: POSIX.1-2017 <sys/sem.h>.
 */
#ifndef PACKWHEEL_SYS_SEM_H
#define PACKWHEEL_SYS_SEM_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <machine/types.h>
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

#define GETNCNT 3
#define GETPID 4
#define GETVAL 5
#define GETALL 6
#define GETZCNT 7
#define SETVAL 8
#define SETALL 9
#define SEM_UNDO 0x1000

struct sem {
  unsigned short semval;
  pid_t sempid;
  unsigned short semncnt;
  unsigned short semzcnt;
};
struct sembuf {
  unsigned short sem_num;
  short sem_op;
  short sem_flg;
};

int semctl(int, int, int, ...);
int semget(key_t, int, int);
int semop(int, struct sembuf *, size_t);

#if PACKWHEEL_USE_DARWIN
#define SEM_A 0x80
#define SEM_R 0x100

#pragma pack(push, 4)
struct semid_ds {
  struct ipc_perm sem_perm;
  __int32_t sem_base;
  unsigned short sem_nsems;
  time_t sem_otime;
  __int32_t sem_pad1;
  time_t sem_ctime;
  __int32_t sem_pad2;
  __int32_t sem_pad3[4];
};
#pragma pack(pop)
typedef union semun {
  int val;
  struct semid_ds *buf;
  unsigned short *array;
} semun_t;

#endif

PACKWHEEL_END_C

#endif
