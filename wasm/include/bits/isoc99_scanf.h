/*
 * glibc's plain `scanf` family takes `%a` for an old GNU wish ("allocate"); C99's meaning, a float, has symbols of its own.
 * They are used unless the program is GNU C89, as glibc's own headers do.
 */
#ifndef PACKWHEEL_BITS_ISOC99_SCANF_H
#define PACKWHEEL_BITS_ISOC99_SCANF_H

#include <features.h>

#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_USE_C99 && \
    !(PACKWHEEL_USE_GNU && PACKWHEEL_STDC < 199901L && PACKWHEEL_CPLUSPLUS < 201103L)
#define PACKWHEEL_ISOC99(symbol) PACKWHEEL_REDIRECT("__isoc99_" symbol)
#else
#define PACKWHEEL_ISOC99(symbol)
#endif

#endif
