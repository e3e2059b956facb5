/* pthread_attr_t */
#ifndef PACKWHEEL_BITS_PTHREAD_ATTR_H
#define PACKWHEEL_BITS_PTHREAD_ATTR_H

#include <features.h>

typedef union pthread_attr_t {
#if PACKWHEEL_WORD_BITS == 64 && PACKWHEEL_LIBC_GLIBC && PACKWHEEL_MACHINE_AARCH64
  char __size[64];
#elif PACKWHEEL_WORD_BITS == 64
  char __size[56];
#elif PACKWHEEL_EMSCRIPTEN
  char __size[44];
#else
  char __size[36];
#endif
  long __align;
} pthread_attr_t;

#endif
