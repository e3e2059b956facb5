/* ISO C17 7.2. Included again, it follows NDEBUG anew. */
#include <corecrt.h>

#undef assert
#ifdef NDEBUG
#define assert(condition) ((void)0)
#else
#define assert(condition) ((void)(!!(condition) || (_assert(#condition, __FILE__, (unsigned)(__LINE__)), 0)))
#endif

#ifndef _ASSERT_H
#define _ASSERT_H

#if !defined(__cplusplus) && __STDC_VERSION__ >= 201112L && __STDC_VERSION__ < 202311L
#define static_assert _Static_assert
#endif

__PACKWHEEL_BEGIN
void _assert(const char *, const char *, unsigned) __PACKWHEEL_NORETURN;
void _wassert(const wchar_t *, const wchar_t *, unsigned) __PACKWHEEL_NORETURN;
__PACKWHEEL_END

#endif
