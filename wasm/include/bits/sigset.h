/*
 * `sigset_t` under its internal name: 1024 bits everywhere, of which Linux uses 64.
 */
#ifndef PACKWHEEL_BITS_SIGSET_H
#define PACKWHEEL_BITS_SIGSET_H

#include <bits/types.h>

#if PACKWHEEL_LIBC_MUSL
typedef struct __sigset_t {
  unsigned long __bits[128 / sizeof(long)];
} __sigset_t;
#else
typedef struct {
  unsigned long __val[128 / sizeof(long)];
} __sigset_t;
#endif

#endif
