/* <sys/sem.h>: semaphores in sets, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_SEM_H
#define PACKWHEEL_SYS_SEM_H

#include <features.h>
#define PACKWHEEL_NEED_key_t 1
#define PACKWHEEL_NEED_time_t 1
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>
#include <bits/timespec.h>
#include <sys/ipc.h>

#define GETPID 11
#define GETVAL 12
#define GETALL 13
#define GETNCNT 14
#define GETZCNT 15
#define SETVAL 16
#define SETALL 17
#define SEM_UNDO 0x1000

struct sembuf {
  unsigned short sem_num;
  short sem_op;
  short sem_flg;
};

struct semid_ds {
  struct ipc_perm sem_perm;
#if PACKWHEEL_WORD_BITS == 64 && PACKWHEEL_MACHINE_X86_64
  time_t sem_otime;
  long __reserved_1;
  time_t sem_ctime;
  long __reserved_2;
#elif PACKWHEEL_WORD_BITS == 64 || (PACKWHEEL_LIBC_GLIBC && PACKWHEEL_TIME_REDIRECTED)
  time_t sem_otime;
  time_t sem_ctime;
#elif PACKWHEEL_LIBC_MUSL
  unsigned long __sem_times[4];
#else
  time_t sem_otime;
  unsigned long __reserved_1;
  time_t sem_ctime;
  unsigned long __reserved_2;
#endif
#if !PACKWHEEL_LIBC_MUSL
  unsigned long sem_nsems;
#elif __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  unsigned short sem_nsems;
  char __padding[sizeof(long) - sizeof(short)];
#else
  char __padding[sizeof(long) - sizeof(short)];
  unsigned short sem_nsems;
#endif
  unsigned long __reserved_3[2];
#if PACKWHEEL_LIBC_MUSL && PACKWHEEL_TIME_REDIRECTED
  time_t sem_otime;
  time_t sem_ctime;
#endif
};

PACKWHEEL_BEGIN_C

int semctl(int, int, int, ...) PACKWHEEL_WIDE_TIME_SYMBOL("__semctl64");
int semget(key_t, int, int);
int semop(int, struct sembuf *, size_t);
#if PACKWHEEL_USE_GNU
int semtimedop(int, struct sembuf *, size_t, const struct timespec *) PACKWHEEL_TIME64("__semtimedop_time64", "__semtimedop64");
#endif

PACKWHEEL_END_C

#endif
