/*
 * Types and words that the headers of the C runtime share. A C runtime of Windows 10 is meant; `time_t` has 64 bits on
 * every machine.
 */
#ifndef _CORECRT_H
#define _CORECRT_H

#include <stddef.h>

#ifdef __cplusplus
#define __PACKWHEEL_BEGIN extern "C" {
#define __PACKWHEEL_END }
#define __PACKWHEEL_RESTRICT __restrict
#else
#define __PACKWHEEL_BEGIN
#define __PACKWHEEL_END
#define __PACKWHEEL_RESTRICT restrict
#if __STDC_VERSION__ < 199901L
#undef __PACKWHEEL_RESTRICT
#define __PACKWHEEL_RESTRICT __restrict
#endif
#endif

#define __PACKWHEEL_NORETURN __attribute__((__noreturn__))
#define __PACKWHEEL_FORMAT(kind, format, first) __attribute__((__format__(kind, format, first)))
/* Another name of a function, for the linker. */
#define __PACKWHEEL_NAME(name) __asm__(__PACKWHEEL_TEXT(__USER_LABEL_PREFIX__) #name)
#define __PACKWHEEL_TEXT(word) __PACKWHEEL_TEXT_OF(word)
#define __PACKWHEEL_TEXT_OF(word) #word

/* Functions of the C runtime are called as C calls them, and come from DLLs through the linker. */
#ifndef _CRTIMP
#define _CRTIMP
#endif
#define _ACRTIMP
#ifndef _CRT_INSECURE_DEPRECATE
#define _CRT_INSECURE_DEPRECATE(replacement)
#endif
#ifndef __forceinline
#define __forceinline extern __inline__ __attribute__((__always_inline__, __gnu_inline__))
#endif
#ifndef __unaligned
#define __unaligned
#endif
#ifndef __w64
#define __w64
#endif

#define _UCRT 1
#define _INTEGRAL_MAX_BITS 64

/* Windows, where nothing older is asked for. */
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#endif

typedef __INTPTR_TYPE__ intptr_t;
typedef __UINTPTR_TYPE__ uintptr_t;
typedef __PTRDIFF_TYPE__ ssize_t;
typedef size_t rsize_t;
typedef int errno_t;
typedef unsigned short wctype_t;
typedef unsigned short wint_t;
typedef long __time32_t;
typedef long long __time64_t;
typedef __time64_t time_t;

#define _INTPTR_T_DEFINED
#define _UINTPTR_T_DEFINED
#define _SSIZE_T_DEFINED
#define _RSIZE_T_DEFINED
#define _ERRNO_T_DEFINED
#define _WCTYPE_T_DEFINED
#define _TIME32_T_DEFINED
#define _TIME64_T_DEFINED
#define _TIME_T_DEFINED
#define _SIZE_T_DEFINED
#define _PTRDIFF_T_DEFINED
#define _WCHAR_T_DEFINED

typedef struct __crt_locale_pointers {
    struct __crt_locale_data *locinfo;
    struct __crt_multibyte_data *mbcinfo;
} __crt_locale_pointers;

typedef __crt_locale_pointers *_locale_t;

typedef struct _Mbstatet {
    unsigned long _Wchar;
    unsigned short _Byte, _State;
} _Mbstatet;

typedef _Mbstatet mbstate_t;

#define _TRUNCATE ((size_t)-1)
#define _CRT_SIZE_MAX ((size_t)-1)
#define _countof(array) (sizeof(array) / sizeof((array)[0]))

#endif
