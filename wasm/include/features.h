/*
 * Feature test macros: which names beyond ISO C the headers show.
 * Spec: POSIX.1-2017, 2.2.1 "POSIX.1 Symbols"; the defaults are those of GNU/Linux compilers: everything of POSIX and
 * the BSD additions, unless the program asks for a strict standard.
 *
 * A program sets `_POSIX_C_SOURCE`, `_XOPEN_SOURCE`, `_DEFAULT_SOURCE`, `_GNU_SOURCE` and the like; the headers ask only
 * the results:
 *
 *   PACKWHEEL_USE_POSIX    0, or 199009, 199209, 199309, 199506, 200112, 200809
 *   PACKWHEEL_USE_XOPEN    0, or 400, 500, 600, 700
 *   PACKWHEEL_USE_DEFAULT  0 or 1: BSD and System V additions
 *   PACKWHEEL_USE_GNU      0 or 1: everything
 *   PACKWHEEL_USE_C99, PACKWHEEL_USE_C11, PACKWHEEL_USE_C23   0 or 1
 *   PACKWHEEL_USE_LARGEFILE64   0 or 1: the names that end in 64 (`off64_t`, `fopen64`)
 */
#ifndef PACKWHEEL_FEATURES_H
#define PACKWHEEL_FEATURES_H

#if defined(_GNU_SOURCE)
#undef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE 1
#undef _POSIX_SOURCE
#define _POSIX_SOURCE 1
#undef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#undef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#undef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#undef _LARGEFILE64_SOURCE
#define _LARGEFILE64_SOURCE 1
#undef _ATFILE_SOURCE
#define _ATFILE_SOURCE 1
#endif

/* Older names of the same wish. */
#if (defined(_BSD_SOURCE) || defined(_SVID_SOURCE)) && !defined(_DEFAULT_SOURCE)
#define _DEFAULT_SOURCE 1
#endif

#if !defined(_DEFAULT_SOURCE) && !defined(__STRICT_ANSI__) && !defined(_ISOC99_SOURCE) && !defined(_ISOC11_SOURCE) && \
    !defined(_ISOC2X_SOURCE) && !defined(_POSIX_SOURCE) && !defined(_POSIX_C_SOURCE) && !defined(_XOPEN_SOURCE)
#define _DEFAULT_SOURCE 1
#endif

#if defined(_XOPEN_SOURCE)
#if (_XOPEN_SOURCE - 0) >= 700
#define PACKWHEEL_USE_XOPEN 700
#elif (_XOPEN_SOURCE - 0) >= 600
#define PACKWHEEL_USE_XOPEN 600
#elif (_XOPEN_SOURCE - 0) >= 500 || defined(_XOPEN_SOURCE_EXTENDED)
#define PACKWHEEL_USE_XOPEN 500
#else
#define PACKWHEEL_USE_XOPEN 400
#endif
#else
#define PACKWHEEL_USE_XOPEN 0
#endif

/* Without a POSIX wish of its own a program gets the POSIX of its X/Open wish, or the newest. */
#if !defined(_POSIX_SOURCE) && !defined(_POSIX_C_SOURCE)
#if PACKWHEEL_USE_XOPEN >= 500 || defined(_DEFAULT_SOURCE) || (PACKWHEEL_USE_XOPEN && !defined(__STRICT_ANSI__))
#define _POSIX_SOURCE 1
#if PACKWHEEL_USE_XOPEN == 0 || PACKWHEEL_USE_XOPEN >= 700 || defined(_DEFAULT_SOURCE)
#define _POSIX_C_SOURCE 200809L
#elif PACKWHEEL_USE_XOPEN >= 600
#define _POSIX_C_SOURCE 200112L
#elif PACKWHEEL_USE_XOPEN >= 500
#define _POSIX_C_SOURCE 199506L
#else
#define _POSIX_C_SOURCE 2
#endif
#endif
#endif

#if defined(_POSIX_C_SOURCE)
#if (_POSIX_C_SOURCE - 0) >= 200809L || defined(_DEFAULT_SOURCE)
#define PACKWHEEL_USE_POSIX 200809
#elif (_POSIX_C_SOURCE - 0) >= 200112L
#define PACKWHEEL_USE_POSIX 200112
#elif (_POSIX_C_SOURCE - 0) >= 199506L
#define PACKWHEEL_USE_POSIX 199506
#elif (_POSIX_C_SOURCE - 0) >= 199309L
#define PACKWHEEL_USE_POSIX 199309
#elif (_POSIX_C_SOURCE - 0) >= 2
#define PACKWHEEL_USE_POSIX 199209
#else
#define PACKWHEEL_USE_POSIX 199009
#endif
#elif defined(_DEFAULT_SOURCE)
#define PACKWHEEL_USE_POSIX 200809
#elif defined(_POSIX_SOURCE)
#define PACKWHEEL_USE_POSIX 199009
#else
#define PACKWHEEL_USE_POSIX 0
#endif

#if defined(_DEFAULT_SOURCE)
#define PACKWHEEL_USE_DEFAULT 1
#else
#define PACKWHEEL_USE_DEFAULT 0
#endif

#if defined(_GNU_SOURCE)
#define PACKWHEEL_USE_GNU 1
#else
#define PACKWHEEL_USE_GNU 0
#endif

#if defined(_LARGEFILE64_SOURCE)
#define PACKWHEEL_USE_LARGEFILE64 1
#else
#define PACKWHEEL_USE_LARGEFILE64 0
#endif

#if defined(__cplusplus)
#define PACKWHEEL_CPLUSPLUS __cplusplus
#define PACKWHEEL_STDC 0
#elif defined(__STDC_VERSION__)
#define PACKWHEEL_CPLUSPLUS 0
#define PACKWHEEL_STDC __STDC_VERSION__
#else
#define PACKWHEEL_CPLUSPLUS 0
#define PACKWHEEL_STDC 199409L
#endif

#if PACKWHEEL_USE_GNU || PACKWHEEL_STDC > 201710L || defined(_ISOC2X_SOURCE)
#define PACKWHEEL_USE_C23 1
#else
#define PACKWHEEL_USE_C23 0
#endif

#if PACKWHEEL_USE_C23 || PACKWHEEL_STDC >= 201112L || PACKWHEEL_CPLUSPLUS >= 201103L || defined(_ISOC11_SOURCE)
#define PACKWHEEL_USE_C11 1
#else
#define PACKWHEEL_USE_C11 0
#endif

#if PACKWHEEL_USE_C11 || PACKWHEEL_STDC >= 199901L || PACKWHEEL_USE_POSIX >= 200112 || defined(_ISOC99_SOURCE)
#define PACKWHEEL_USE_C99 1
#else
#define PACKWHEEL_USE_C99 0
#endif

#include <bits/platform.h>
#include <bits/cdefs.h>

#endif
