/*
 * What all headers of macOS start with: the decisions about the platform, and words for declarations.
 * Spec: compat(5) and feature_test_macros of Darwin; POSIX.1-2017, 2.2.1 "POSIX.1 Symbols".
 *
 * Everything is shown unless a program asks for less by `_ANSI_SOURCE`, `_POSIX_C_SOURCE` or `_XOPEN_SOURCE`, and does not
 * take it back by `_DARWIN_C_SOURCE`:
 *
 *   PACKWHEEL_USE_POSIX    0, or 198808 to 200809
 *   PACKWHEEL_USE_DARWIN   0 or 1: what Apple and BSD add
 */
#ifndef PACKWHEEL_BITS_DARWIN_H
#define PACKWHEEL_BITS_DARWIN_H

#if !defined(__PACKWHEEL_DARWIN__) || !defined(__APPLE__) || !defined(__MACH__)
#error "these are packwheel's C headers for macOS: compile for a macOS target (packwheel targets lists them)"
#endif
#if !defined(__x86_64__) && !(defined(__aarch64__) && defined(__LP64__))
#error "packwheel has no C headers for this processor: packwheel targets lists what there is"
#endif

#if defined(_ANSI_SOURCE) && !defined(_DARWIN_C_SOURCE)
#define PACKWHEEL_USE_POSIX 0
#elif defined(_DARWIN_C_SOURCE)
#define PACKWHEEL_USE_POSIX 200809
#elif defined(_POSIX_C_SOURCE)
#if _POSIX_C_SOURCE - 0 >= 200809L
#define PACKWHEEL_USE_POSIX 200809
#elif _POSIX_C_SOURCE - 0 >= 200112L
#define PACKWHEEL_USE_POSIX 200112
#else
#define PACKWHEEL_USE_POSIX 199506
#endif
#elif defined(_XOPEN_SOURCE)
#if _XOPEN_SOURCE - 0 >= 700
#define PACKWHEEL_USE_POSIX 200809
#elif _XOPEN_SOURCE - 0 >= 600
#define PACKWHEEL_USE_POSIX 200112
#else
#define PACKWHEEL_USE_POSIX 199506
#endif
#elif defined(_POSIX_SOURCE)
#define PACKWHEEL_USE_POSIX 198808
#else
#define PACKWHEEL_USE_POSIX 200809
#endif

#if defined(_DARWIN_C_SOURCE) || \
    !(defined(_ANSI_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_POSIX_SOURCE))
#define PACKWHEEL_USE_DARWIN 1
#else
#define PACKWHEEL_USE_DARWIN 0
#endif

/* Whether the result may count on this macOS: `PACKWHEEL_MACOS_AT_LEAST(10, 15)`. What is younger is not declared. */
#if __ENVIRONMENT_MAC_OS_X_VERSION_MIN_REQUIRED__ < 100000
#error "packwheel builds for macOS 10.13 and newer"
#endif
#define PACKWHEEL_MACOS_AT_LEAST(major, minor) \
  (__ENVIRONMENT_MAC_OS_X_VERSION_MIN_REQUIRED__ >= (major) * 10000 + (minor) * 100)

#ifdef __cplusplus
#define PACKWHEEL_BEGIN_C extern "C" {
#define PACKWHEEL_END_C }
#else
#define PACKWHEEL_BEGIN_C
#define PACKWHEEL_END_C
#endif

/*
 * Symbols, after the parameter list. Functions that have been changed since the first 64-bit Macs have a second symbol
 * there: with file numbers of 64 bits, and with the rules of Mac OS X 10.5. ARM began after that, with plain names.
 */
#define PACKWHEEL_SYMBOL(name) __asm__("_" name)
#ifdef __x86_64__
#define PACKWHEEL_INODE64(name) PACKWHEEL_SYMBOL(name "$INODE64")
#define PACKWHEEL_1050(name) PACKWHEEL_SYMBOL(name "$1050")
#else
#define PACKWHEEL_INODE64(name)
#define PACKWHEEL_1050(name)
#endif
/* Apple's own extension of a standard function, on every machine. */
#define PACKWHEEL_EXTENDED(name) PACKWHEEL_SYMBOL(name "$DARWIN_EXTSN")

/* Before the declaration. */
#define PACKWHEEL_NORETURN __attribute__((__noreturn__))
#define PACKWHEEL_CONST __attribute__((__const__))
#define PACKWHEEL_PURE __attribute__((__pure__))
#define PACKWHEEL_MALLOC __attribute__((__malloc__))
#define PACKWHEEL_RETURNS_TWICE __attribute__((__returns_twice__))
#define PACKWHEEL_PRINTF(format, first) __attribute__((__format__(__printf__, format, first)))
#define PACKWHEEL_SCANF(format, first) __attribute__((__format__(__scanf__, format, first)))
#define PACKWHEEL_STRFTIME(format) __attribute__((__format__(__strftime__, format, 0)))

/* A function defined in a header: every translation unit has its own copy, and unused ones vanish. */
#define PACKWHEEL_INLINE static __inline__ __attribute__((__always_inline__, __unused__))

/* Pointers take `__restrict`; array parameters take this word, `regmatch_t m[PACKWHEEL_RESTRICT_ARRAY]`. */
#if defined(__cplusplus) || !defined(__STDC_VERSION__) || __STDC_VERSION__ < 199901L
#define PACKWHEEL_RESTRICT_ARRAY
#else
#define PACKWHEEL_RESTRICT_ARRAY restrict
#endif

#include <bits/types.h>

#endif
