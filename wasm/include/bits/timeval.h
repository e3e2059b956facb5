/*
 * `struct timeval`. glibc's 64-bit form on 32-bit machines has 64-bit microseconds although `suseconds_t` stays a `long`.
 */
#ifndef PACKWHEEL_BITS_TIMEVAL_H
#define PACKWHEEL_BITS_TIMEVAL_H

#include <bits/types.h>

struct timeval {
  __time_t tv_sec;
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_TIME_REDIRECTED
  __suseconds64_t tv_usec;
#else
  __suseconds_t tv_usec;
#endif
};

#endif
