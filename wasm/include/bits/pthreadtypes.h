/* The types of threads: sizes and alignments are those of the C library, contents are its own. */
#ifndef PACKWHEEL_BITS_PTHREADTYPES_H
#define PACKWHEEL_BITS_PTHREADTYPES_H

#include <features.h>
#include <bits/pthread-attr.h>

#if PACKWHEEL_LIBC_MUSL
#ifdef __cplusplus
typedef unsigned long pthread_t;
#else
typedef struct __pthread *pthread_t;
#endif
#else
typedef unsigned long pthread_t;
#endif
typedef int pthread_once_t;
typedef unsigned int pthread_key_t;

#if PACKWHEEL_LIBC_MUSL
typedef int pthread_spinlock_t;
#else
typedef volatile int pthread_spinlock_t;
#endif

#if PACKWHEEL_WORD_BITS == 64
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_MACHINE_AARCH64
#define PACKWHEEL_PTHREAD_MUTEX_SIZE 48
#define PACKWHEEL_PTHREAD_SMALL_ATTR_SIZE 8
#else
#define PACKWHEEL_PTHREAD_MUTEX_SIZE 40
#define PACKWHEEL_PTHREAD_SMALL_ATTR_SIZE 4
#endif
#define PACKWHEEL_PTHREAD_RWLOCK_SIZE 56
#define PACKWHEEL_PTHREAD_BARRIER_SIZE 32
#else
#define PACKWHEEL_PTHREAD_MUTEX_SIZE 24
#define PACKWHEEL_PTHREAD_SMALL_ATTR_SIZE 4
#define PACKWHEEL_PTHREAD_RWLOCK_SIZE 32
#define PACKWHEEL_PTHREAD_BARRIER_SIZE 20
#endif

typedef union {
  int __words[PACKWHEEL_PTHREAD_MUTEX_SIZE / 4];
  long __align;
} pthread_mutex_t;

typedef union {
  int __words[12];
#if PACKWHEEL_LIBC_MUSL
  void *__align;
#else
  long long __align;
#endif
} pthread_cond_t;

typedef union {
  int __words[PACKWHEEL_PTHREAD_RWLOCK_SIZE / 4];
  long __align;
} pthread_rwlock_t;

typedef union {
  int __words[PACKWHEEL_PTHREAD_BARRIER_SIZE / 4];
  long __align;
} pthread_barrier_t;

typedef union {
  char __size[PACKWHEEL_PTHREAD_SMALL_ATTR_SIZE];
  int __align;
} pthread_mutexattr_t;

typedef union {
  char __size[PACKWHEEL_PTHREAD_SMALL_ATTR_SIZE];
  int __align;
} pthread_condattr_t;

typedef union {
  char __size[PACKWHEEL_PTHREAD_SMALL_ATTR_SIZE];
  int __align;
} pthread_barrierattr_t;

typedef union {
  int __words[2];
#if PACKWHEEL_LIBC_GLIBC
  long __align;
#endif
} pthread_rwlockattr_t;

#endif
