/*
 * Semaphores with names; those without are not there on macOS.
 * Spec: POSIX.1-2017 <semaphore.h>.
 */
#ifndef PACKWHEEL_SYS_SEMAPHORE_H
#define PACKWHEEL_SYS_SEMAPHORE_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

#define SEM_VALUE_MAX 0x7fff
#define SEM_FAILED ((void *)-1)

typedef int sem_t;

int sem_close(sem_t *);
int sem_destroy(sem_t *);
int sem_getvalue(sem_t *__restrict, int *__restrict);
int sem_init(sem_t *, int, unsigned int);
int sem_post(sem_t *);
int sem_trywait(sem_t *);
int sem_unlink(const char *);
int sem_wait(sem_t *);
sem_t *sem_open(const char *, int, ...);

PACKWHEEL_END_C

#endif
