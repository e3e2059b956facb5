/*
 * Limits of the C library and of the system. clang's own <limits.h>, which has the limits of the integer types, comes first
 * and passes on to this one.
 * Spec: ISO C17 5.2.4.2.1 (`MB_LEN_MAX`); POSIX.1-2017 <limits.h>.
 */
#ifndef PACKWHEEL_LIMITS_H
#define PACKWHEEL_LIMITS_H

#include <features.h>

#if PACKWHEEL_LIBC_GLIBC
#define MB_LEN_MAX 16
#else
#define MB_LEN_MAX 4
#endif

/* GNU names of `LLONG_MIN` and its kin. */
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_USE_GNU
#define LONG_LONG_MIN (-__LONG_LONG_MAX__ - 1LL)
#define LONG_LONG_MAX __LONG_LONG_MAX__
#define ULONG_LONG_MAX (__LONG_LONG_MAX__ * 2ULL + 1ULL)
#endif

#if PACKWHEEL_USE_POSIX
#include <bits/posix_limits.h>
#endif

#endif
