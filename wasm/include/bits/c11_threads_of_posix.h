/*
 * ISO C threads made of POSIX threads, for a glibc that has only the latter.
 */
#ifndef PACKWHEEL_BITS_C11_THREADS_OF_POSIX_H
#define PACKWHEEL_BITS_C11_THREADS_OF_POSIX_H

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <bits/c11_threads.h>
#include <bits/timespec.h>

PACKWHEEL_BEGIN_C

/* <time.h> hides it from programs that ask for ISO C alone. */
int nanosleep(const struct timespec *, struct timespec *);

struct __packwheel_thread_start {
  int (*function)(void *);
  void *argument;
};

static __inline__ void *__packwheel_thread_main(void *start) {
  struct __packwheel_thread_start copy = *(struct __packwheel_thread_start *)start;
  free(start);
  return (void *)(__intptr_t)copy.function(copy.argument);
}

PACKWHEEL_INLINE int __packwheel_thrd_result(int error) {
  return error == 0 ? 0 : error == EBUSY ? 1 : error == ENOMEM ? 3 : error == ETIMEDOUT ? 4 : 2;
}

PACKWHEEL_INLINE int thrd_create(thrd_t *thread, int (*function)(void *), void *argument) {
  struct __packwheel_thread_start *start = (struct __packwheel_thread_start *)malloc(sizeof(*start));
  int error;
  if (!start) return 3;
  start->function = function;
  start->argument = argument;
  error = pthread_create(thread, 0, __packwheel_thread_main, start);
  if (error) free(start);
  /* Too little memory or too many threads: POSIX says EAGAIN for both. */
  return error == EAGAIN ? 3 : __packwheel_thrd_result(error);
}
PACKWHEEL_INLINE int thrd_equal(thrd_t left, thrd_t right) { return pthread_equal(left, right); }
PACKWHEEL_INLINE thrd_t thrd_current(void) { return pthread_self(); }
PACKWHEEL_INLINE int thrd_sleep(const struct timespec *duration, struct timespec *remaining) {
  return nanosleep(duration, remaining) == 0 ? 0 : errno == EINTR ? -1 : -2;
}
PACKWHEEL_INLINE void thrd_yield(void) { sched_yield(); }
PACKWHEEL_NORETURN PACKWHEEL_INLINE void thrd_exit(int result) { pthread_exit((void *)(__intptr_t)result); }
PACKWHEEL_INLINE int thrd_detach(thrd_t thread) { return __packwheel_thrd_result(pthread_detach(thread)); }
PACKWHEEL_INLINE int thrd_join(thrd_t thread, int *result) {
  void *value;
  int error = pthread_join(thread, &value);
  if (error == 0 && result) *result = (int)(__intptr_t)value;
  return __packwheel_thrd_result(error);
}

PACKWHEEL_INLINE int mtx_init(mtx_t *mutex, int kind) {
  pthread_mutexattr_t attributes;
  int error;
  if (kind & ~3) return 2;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(&attributes, kind & 1 ? PTHREAD_MUTEX_RECURSIVE : PTHREAD_MUTEX_NORMAL);
  error = pthread_mutex_init((pthread_mutex_t *)mutex, &attributes);
  pthread_mutexattr_destroy(&attributes);
  return __packwheel_thrd_result(error);
}
PACKWHEEL_INLINE int mtx_lock(mtx_t *mutex) { return __packwheel_thrd_result(pthread_mutex_lock((pthread_mutex_t *)mutex)); }
PACKWHEEL_INLINE int mtx_timedlock(mtx_t *mutex, const struct timespec *until) {
  return __packwheel_thrd_result(pthread_mutex_timedlock((pthread_mutex_t *)mutex, until));
}
PACKWHEEL_INLINE int mtx_trylock(mtx_t *mutex) {
  return __packwheel_thrd_result(pthread_mutex_trylock((pthread_mutex_t *)mutex));
}
PACKWHEEL_INLINE int mtx_unlock(mtx_t *mutex) {
  return __packwheel_thrd_result(pthread_mutex_unlock((pthread_mutex_t *)mutex));
}
PACKWHEEL_INLINE void mtx_destroy(mtx_t *mutex) { pthread_mutex_destroy((pthread_mutex_t *)mutex); }
PACKWHEEL_INLINE void call_once(once_flag *flag, void (*function)(void)) { pthread_once(&flag->__data, function); }

PACKWHEEL_INLINE int cnd_init(cnd_t *condition) {
  return __packwheel_thrd_result(pthread_cond_init((pthread_cond_t *)condition, 0));
}
PACKWHEEL_INLINE int cnd_signal(cnd_t *condition) {
  return __packwheel_thrd_result(pthread_cond_signal((pthread_cond_t *)condition));
}
PACKWHEEL_INLINE int cnd_broadcast(cnd_t *condition) {
  return __packwheel_thrd_result(pthread_cond_broadcast((pthread_cond_t *)condition));
}
PACKWHEEL_INLINE int cnd_wait(cnd_t *condition, mtx_t *mutex) {
  return __packwheel_thrd_result(pthread_cond_wait((pthread_cond_t *)condition, (pthread_mutex_t *)mutex));
}
PACKWHEEL_INLINE int cnd_timedwait(cnd_t *condition, mtx_t *mutex, const struct timespec *until) {
  return __packwheel_thrd_result(pthread_cond_timedwait((pthread_cond_t *)condition, (pthread_mutex_t *)mutex, until));
}
PACKWHEEL_INLINE void cnd_destroy(cnd_t *condition) { pthread_cond_destroy((pthread_cond_t *)condition); }

PACKWHEEL_INLINE int tss_create(tss_t *key, void (*destructor)(void *)) {
  return __packwheel_thrd_result(pthread_key_create(key, destructor));
}
PACKWHEEL_INLINE void *tss_get(tss_t key) { return pthread_getspecific(key); }
PACKWHEEL_INLINE int tss_set(tss_t key, void *value) { return __packwheel_thrd_result(pthread_setspecific(key, value)); }
PACKWHEEL_INLINE void tss_delete(tss_t key) { pthread_key_delete(key); }

PACKWHEEL_END_C

#endif
