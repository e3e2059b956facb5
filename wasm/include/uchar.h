/*
 * Characters of UTF-16 and UTF-32.
 * Spec: ISO C17 7.28.
 */
#ifndef PACKWHEEL_UCHAR_H
#define PACKWHEEL_UCHAR_H

#include <features.h>
#define __need_size_t
#include <stddef.h>
#include <bits/mbstate.h>

PACKWHEEL_BEGIN_C

/* Words of the language in C++. */
#if !defined(__cplusplus) || __cplusplus < 201103L
typedef __CHAR16_TYPE__ char16_t;
typedef __CHAR32_TYPE__ char32_t;
#endif

size_t mbrtoc16(char16_t *__restrict, const char *__restrict, size_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
size_t c16rtomb(char *__restrict, char16_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
size_t mbrtoc32(char32_t *__restrict, const char *__restrict, size_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
size_t c32rtomb(char *__restrict, char32_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;

#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_GLIBC_AT_LEAST(36)
#if defined(__cpp_char8_t) || (PACKWHEEL_USE_C23 && !defined(__cplusplus))
#if !defined(__cplusplus)
typedef unsigned char char8_t;
#endif
size_t mbrtoc8(char8_t *__restrict, const char *__restrict, size_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
size_t c8rtomb(char *__restrict, char8_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
#endif
#endif

PACKWHEEL_END_C

#endif
