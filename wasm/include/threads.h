/*
 * Threads, mutexes and conditions of ISO C.
 * Spec: ISO C17 7.26. glibc has the functions since 2.28; for an older floor they are made here of POSIX threads, on the same
 * objects, so that a library may hand them to one that was built for a newer floor.
 */
#ifndef PACKWHEEL_THREADS_H
#define PACKWHEEL_THREADS_H

#include <features.h>
#include <time.h>
#include <bits/c11_threads.h>
#include <bits/timespec.h>

#if !defined(__cplusplus) && !(PACKWHEEL_STDC > 201710L)
#define thread_local _Thread_local
#endif
#define ONCE_FLAG_INIT PACKWHEEL_ONCE_FLAG_INIT
#define TSS_DTOR_ITERATIONS 4

enum { thrd_success = 0, thrd_busy = 1, thrd_error = 2, thrd_nomem = 3, thrd_timedout = 4 };
enum { mtx_plain = 0, mtx_recursive = 1, mtx_timed = 2 };

typedef int (*thrd_start_t)(void *);
typedef void (*tss_dtor_t)(void *);

#if PACKWHEEL_GLIBC_AT_LEAST(28)

PACKWHEEL_BEGIN_C

int thrd_create(thrd_t *, thrd_start_t, void *);
int thrd_equal(thrd_t, thrd_t);
thrd_t thrd_current(void);
int thrd_sleep(const struct timespec *, struct timespec *) PACKWHEEL_TIME64("__thrd_sleep_time64", "__thrd_sleep64");
void thrd_yield(void);
PACKWHEEL_NORETURN void thrd_exit(int);
int thrd_detach(thrd_t);
int thrd_join(thrd_t, int *);
int mtx_init(mtx_t *, int);
int mtx_lock(mtx_t *);
int mtx_timedlock(mtx_t *__restrict, const struct timespec *__restrict)
    PACKWHEEL_TIME64("__mtx_timedlock_time64", "__mtx_timedlock64");
int mtx_trylock(mtx_t *);
int mtx_unlock(mtx_t *);
void mtx_destroy(mtx_t *);
void call_once(once_flag *, void (*)(void));
int cnd_init(cnd_t *);
int cnd_signal(cnd_t *);
int cnd_broadcast(cnd_t *);
int cnd_wait(cnd_t *, mtx_t *);
int cnd_timedwait(cnd_t *__restrict, mtx_t *__restrict, const struct timespec *__restrict)
    PACKWHEEL_TIME64("__cnd_timedwait_time64", "__cnd_timedwait64");
void cnd_destroy(cnd_t *);
int tss_create(tss_t *, tss_dtor_t);
void *tss_get(tss_t);
int tss_set(tss_t, void *);
void tss_delete(tss_t);

PACKWHEEL_END_C

#else
#include <bits/c11_threads_of_posix.h>
#endif

#endif
