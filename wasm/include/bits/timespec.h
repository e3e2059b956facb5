/*
 * `struct timespec`. Where `time_t` is 64 bits wide on a 32-bit machine, the nanoseconds are padded to the same width.
 */
#ifndef PACKWHEEL_BITS_TIMESPEC_H
#define PACKWHEEL_BITS_TIMESPEC_H

#include <bits/types.h>

struct timespec {
  __time_t tv_sec;
#if PACKWHEEL_TIME_BITS == 64 && PACKWHEEL_WORD_BITS == 32
#if PACKWHEEL_BIG_ENDIAN
  int : 32;
  long tv_nsec;
#else
  long tv_nsec;
  int : 32;
#endif
#else
  long tv_nsec;
#endif
};

#endif
