/* <semaphore.h>: semaphores, POSIX.1-2017. */
#ifndef PACKWHEEL_SEMAPHORE_H
#define PACKWHEEL_SEMAPHORE_H

#include <features.h>
#define PACKWHEEL_NEED_clockid_t 1
#include <bits/typedefs.h>
#include <bits/timespec.h>

#define SEM_FAILED ((sem_t *)0)

typedef union {
#if PACKWHEEL_WORD_BITS == 64
  volatile int __words[8];
#else
  volatile int __words[4];
#endif
#if PACKWHEEL_LIBC_GLIBC
  long __align;
#endif
} sem_t;

PACKWHEEL_BEGIN_C

int sem_close(sem_t *);
int sem_destroy(sem_t *);
int sem_getvalue(sem_t *__restrict, int *__restrict);
int sem_init(sem_t *, int, unsigned int);
sem_t *sem_open(const char *, int, ...);
int sem_post(sem_t *);
int sem_timedwait(sem_t *__restrict, const struct timespec *__restrict) PACKWHEEL_TIME64("__sem_timedwait_time64", "__sem_timedwait64");
int sem_trywait(sem_t *);
int sem_unlink(const char *);
int sem_wait(sem_t *);
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_USE_GNU && PACKWHEEL_GLIBC_AT_LEAST(30)
int sem_clockwait(sem_t *__restrict, clockid_t, const struct timespec *__restrict) PACKWHEEL_WIDE_TIME_SYMBOL("__sem_clockwait64");
#endif

PACKWHEEL_END_C

#endif
