/*
 * Diagnostics. No guard: `NDEBUG` may change between two inclusions.
 * Spec: ISO C17 7.2.
 */
#include <bits/darwin.h>

#ifndef PACKWHEEL_ASSERT_H
#define PACKWHEEL_ASSERT_H
PACKWHEEL_BEGIN_C
PACKWHEEL_NORETURN void __assert_rtn(const char *, const char *, int, const char *);
PACKWHEEL_END_C
#if !defined(__cplusplus) && (!defined(__STDC_VERSION__) || __STDC_VERSION__ <= 201710L)
#define static_assert _Static_assert
#endif
#endif

#undef assert
#ifdef NDEBUG
#define assert(condition) ((void)0)
#else
/* The first argument is the function, or -1 cast to a pointer outside of any. */
#define assert(condition) \
  (__builtin_expect(!(condition), 0) ? __assert_rtn(__func__, __FILE__, __LINE__, #condition) : (void)0)
#endif
