/*
 * `mbstate_t` under its internal name, and `wint_t`: where a conversion between bytes and wide characters stands.
 */
#ifndef PACKWHEEL_BITS_MBSTATE_H
#define PACKWHEEL_BITS_MBSTATE_H

#include <bits/types.h>

#if PACKWHEEL_LIBC_GLIBC
typedef struct {
  int __count;
  union {
    unsigned int __wch;
    char __wchb[4];
  } __value;
} __mbstate_t;
#else
typedef struct __mbstate_t {
  unsigned int __opaque1;
  unsigned int __opaque2;
} __mbstate_t;
#endif

#ifndef __mbstate_t_defined
#define __mbstate_t_defined
typedef __mbstate_t mbstate_t;
#endif

#endif
