/*
 * The objects of <threads.h>. They have the size and the alignment of their POSIX counterparts.
 */
#ifndef PACKWHEEL_BITS_C11_THREADS_H
#define PACKWHEEL_BITS_C11_THREADS_H

#include <bits/types.h>

#if PACKWHEEL_LIBC_GLIBC
typedef unsigned long thrd_t;
#elif defined(__cplusplus)
typedef unsigned long thrd_t;
#else
typedef struct __pthread *thrd_t;
#endif
typedef unsigned int tss_t;

#if PACKWHEEL_WORD_BITS == 32
#define PACKWHEEL_MTX_WORDS 6
#elif PACKWHEEL_MACHINE_AARCH64 && PACKWHEEL_LIBC_GLIBC
#define PACKWHEEL_MTX_WORDS 6
#else
#define PACKWHEEL_MTX_WORDS 5
#endif

/* glibc counts the waiters of a condition in a 64-bit number. */
#if PACKWHEEL_LIBC_GLIBC
typedef union {
  long __words[PACKWHEEL_MTX_WORDS];
} mtx_t;
typedef union {
  char __bytes[48];
  __extension__ long long __align;
} cnd_t;
#else
typedef struct {
  void *__words[PACKWHEEL_MTX_WORDS];
} mtx_t;
typedef struct {
  void *__words[48 / sizeof(void *)];
} cnd_t;
#endif

#if PACKWHEEL_LIBC_GLIBC
typedef struct {
  int __data;
} once_flag;
#define PACKWHEEL_ONCE_FLAG_INIT {0}
#else
typedef int once_flag;
#define PACKWHEEL_ONCE_FLAG_INIT 0
#endif

#endif
