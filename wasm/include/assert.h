/*
 * Assertions. Without an include guard: each inclusion obeys `NDEBUG` as it stands then.
 * Spec: ISO C17 7.2.
 */
#include <features.h>

#undef assert
#ifdef NDEBUG
#define assert(ignore) ((void)0)
#elif defined(__cplusplus)
#define assert(condition) \
  (static_cast<bool>(condition) ? (void)0 : PACKWHEEL_ASSERT_FAILED(#condition, __FILE__, __LINE__, __PRETTY_FUNCTION__))
#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L
#define assert(condition) ((condition) ? (void)0 : PACKWHEEL_ASSERT_FAILED(#condition, __FILE__, __LINE__, __func__))
#else
#define assert(condition) \
  ((condition) ? (void)0 : PACKWHEEL_ASSERT_FAILED(#condition, __FILE__, __LINE__, __extension__ __FUNCTION__))
#endif

#ifndef PACKWHEEL_ASSERT_H
#define PACKWHEEL_ASSERT_H

/* `static_assert` is a word of the language in C++ and in C23. */
#if !defined(__cplusplus) && PACKWHEEL_USE_C11 && !(defined(__STDC_VERSION__) && __STDC_VERSION__ > 201710L)
#undef static_assert
#define static_assert _Static_assert
#endif

PACKWHEEL_BEGIN_C

/* The line is an `unsigned int` in glibc and an `int` in musl. */
#if PACKWHEEL_LIBC_MUSL
PACKWHEEL_NORETURN void __assert_fail(const char *, const char *, int, const char *) PACKWHEEL_NOTHROW;
#else
PACKWHEEL_NORETURN void __assert_fail(const char *, const char *, unsigned int, const char *) PACKWHEEL_NOTHROW;
PACKWHEEL_NORETURN void __assert_perror_fail(int, const char *, unsigned int, const char *) PACKWHEEL_NOTHROW;
#endif
#define PACKWHEEL_ASSERT_FAILED(text, file, line, function) __assert_fail(text, file, line, function)

PACKWHEEL_END_C

#endif
