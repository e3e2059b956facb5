/*
 * Words for declarations that differ between C and C++, and for what ISO C cannot say.
 */
#ifndef PACKWHEEL_BITS_CDEFS_H
#define PACKWHEEL_BITS_CDEFS_H

#ifdef __cplusplus
#define PACKWHEEL_BEGIN_C extern "C" {
#define PACKWHEEL_END_C }
#else
#define PACKWHEEL_BEGIN_C
#define PACKWHEEL_END_C
#endif

/* After the parameter list: the function throws nothing. C needs no such promise. */
#if defined(__cplusplus) && __cplusplus >= 201103L
#define PACKWHEEL_NOTHROW noexcept(true)
#elif defined(__cplusplus)
#define PACKWHEEL_NOTHROW throw()
#else
#define PACKWHEEL_NOTHROW
#endif

/* After the parameter list and `PACKWHEEL_NOTHROW`: the symbol that the linker sees. */
#define PACKWHEEL_REDIRECT(symbol) __asm__(symbol)

/* A file function that has a second symbol for 64-bit offsets: `int creat(...) PACKWHEEL_OFFSET64("creat64");`. */
#if PACKWHEEL_OFFSET_REDIRECTED
#define PACKWHEEL_OFFSET64(symbol) PACKWHEEL_REDIRECT(symbol)
#else
#define PACKWHEEL_OFFSET64(symbol)
#endif

/* A time function that has a second symbol for a 64-bit `time_t` on 32-bit machines: the name that musl has for it, and the
   one of glibc, which is not used, see <bits/platform.h>. */
#if PACKWHEEL_TIME_REDIRECTED
#define PACKWHEEL_TIME64(musl, glibc) PACKWHEEL_REDIRECT(musl)
#else
#define PACKWHEEL_TIME64(musl, glibc)
#endif

/* A function that glibc alone has a second symbol of for a 64-bit `time_t`. */
#if PACKWHEEL_TIME_REDIRECTED && PACKWHEEL_LIBC_GLIBC
#define PACKWHEEL_WIDE_TIME_SYMBOL(symbol) PACKWHEEL_REDIRECT(symbol)
#else
#define PACKWHEEL_WIDE_TIME_SYMBOL(symbol)
#endif

/* A file function that glibc has three symbols of: for narrow files, for wide ones, and for wide ones with a wide `time_t`. */
#if PACKWHEEL_TIME_REDIRECTED && PACKWHEEL_LIBC_GLIBC
#define PACKWHEEL_OFFSET64_TIME64(offset, time) PACKWHEEL_REDIRECT(time)
#else
#define PACKWHEEL_OFFSET64_TIME64(offset, time) PACKWHEEL_OFFSET64(offset)
#endif

/* Before the declaration. */
#define PACKWHEEL_NORETURN __attribute__((__noreturn__))
#define PACKWHEEL_CONST __attribute__((__const__))
#define PACKWHEEL_PURE __attribute__((__pure__))
#define PACKWHEEL_MALLOC __attribute__((__malloc__))
#define PACKWHEEL_RETURNS_TWICE __attribute__((__returns_twice__))
/* Formats: position of the format string, position of the first argument it describes (0: a `va_list`). */
#define PACKWHEEL_PRINTF(format, first) __attribute__((__format__(__printf__, format, first)))
#define PACKWHEEL_SCANF(format, first) __attribute__((__format__(__scanf__, format, first)))
#define PACKWHEEL_STRFTIME(format) __attribute__((__format__(__strftime__, format, 0)))

/* A function defined in a header: every translation unit has its own copy, and unused ones vanish. */
#define PACKWHEEL_INLINE static __inline__ __attribute__((__always_inline__, __unused__))

/* Pointers take `__restrict`, which every dialect knows; array parameters take this word, `regmatch_t m[PACKWHEEL_RESTRICT_ARRAY]`. */
#if defined(__cplusplus) || !defined(__STDC_VERSION__) || __STDC_VERSION__ < 199901L
#define PACKWHEEL_RESTRICT_ARRAY
#else
#define PACKWHEEL_RESTRICT_ARRAY restrict
#endif

/* Words of GNU C that other people's headers use without a definition of their own. */
#ifndef __THROW
#define __THROW PACKWHEEL_NOTHROW
#endif
#ifndef __BEGIN_DECLS
#define __BEGIN_DECLS PACKWHEEL_BEGIN_C
#define __END_DECLS PACKWHEEL_END_C
#endif

#endif
