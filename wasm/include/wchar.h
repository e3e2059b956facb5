/*
 * Wide strings.
 * Spec: ISO C17 7.29; POSIX.1-2017 <wchar.h>.
 */
#ifndef PACKWHEEL_WCHAR_H
#define PACKWHEEL_WCHAR_H

#include <features.h>
#include <bits/null.h>
#define __need_size_t
#define __need_wchar_t
#define __need_wint_t
#include <stddef.h>
#include <bits/isoc99_scanf.h>
#include <bits/mbstate.h>

#ifndef WEOF
#define WEOF (0xffffffffu)
#endif
/* The same words as in <stdint.h>. */
#ifndef WCHAR_MAX
#define WCHAR_MAX __WCHAR_MAX__
#ifdef __WCHAR_UNSIGNED__
#define WCHAR_MIN 0U
#else
#define WCHAR_MIN (-WCHAR_MAX - 1)
#endif
#endif

PACKWHEEL_BEGIN_C

struct tm;
#include <bits/file.h>

/* Strings and memory. */
wchar_t *wcscpy(wchar_t *__restrict, const wchar_t *__restrict) PACKWHEEL_NOTHROW;
wchar_t *wcsncpy(wchar_t *__restrict, const wchar_t *__restrict, size_t) PACKWHEEL_NOTHROW;
wchar_t *wcscat(wchar_t *__restrict, const wchar_t *__restrict) PACKWHEEL_NOTHROW;
wchar_t *wcsncat(wchar_t *__restrict, const wchar_t *__restrict, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int wcscmp(const wchar_t *, const wchar_t *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int wcsncmp(const wchar_t *, const wchar_t *, size_t) PACKWHEEL_NOTHROW;
int wcscoll(const wchar_t *, const wchar_t *) PACKWHEEL_NOTHROW;
size_t wcsxfrm(wchar_t *__restrict, const wchar_t *__restrict, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE wchar_t *wcschr(const wchar_t *, wchar_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE wchar_t *wcsrchr(const wchar_t *, wchar_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE size_t wcscspn(const wchar_t *, const wchar_t *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE size_t wcsspn(const wchar_t *, const wchar_t *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE wchar_t *wcspbrk(const wchar_t *, const wchar_t *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE wchar_t *wcsstr(const wchar_t *, const wchar_t *) PACKWHEEL_NOTHROW;
wchar_t *wcstok(wchar_t *__restrict, const wchar_t *__restrict, wchar_t **__restrict) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE size_t wcslen(const wchar_t *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE wchar_t *wmemchr(const wchar_t *, wchar_t, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int wmemcmp(const wchar_t *, const wchar_t *, size_t) PACKWHEEL_NOTHROW;
wchar_t *wmemcpy(wchar_t *__restrict, const wchar_t *__restrict, size_t) PACKWHEEL_NOTHROW;
wchar_t *wmemmove(wchar_t *, const wchar_t *, size_t) PACKWHEEL_NOTHROW;
wchar_t *wmemset(wchar_t *, wchar_t, size_t) PACKWHEEL_NOTHROW;

/* Conversions. */
wint_t btowc(int) PACKWHEEL_NOTHROW;
int wctob(wint_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int mbsinit(const mbstate_t *) PACKWHEEL_NOTHROW;
size_t mbrtowc(wchar_t *__restrict, const char *__restrict, size_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
size_t wcrtomb(char *__restrict, wchar_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
size_t mbrlen(const char *__restrict, size_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
size_t mbsrtowcs(wchar_t *__restrict, const char **__restrict, size_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
size_t wcsrtombs(char *__restrict, const wchar_t **__restrict, size_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
double wcstod(const wchar_t *__restrict, wchar_t **__restrict) PACKWHEEL_NOTHROW;
long wcstol(const wchar_t *__restrict, wchar_t **__restrict, int) PACKWHEEL_NOTHROW;
unsigned long wcstoul(const wchar_t *__restrict, wchar_t **__restrict, int) PACKWHEEL_NOTHROW;
#if PACKWHEEL_USE_C99
float wcstof(const wchar_t *__restrict, wchar_t **__restrict) PACKWHEEL_NOTHROW;
long double wcstold(const wchar_t *__restrict, wchar_t **__restrict) PACKWHEEL_NOTHROW;
__extension__ long long wcstoll(const wchar_t *__restrict, wchar_t **__restrict, int) PACKWHEEL_NOTHROW;
__extension__ unsigned long long wcstoull(const wchar_t *__restrict, wchar_t **__restrict, int) PACKWHEEL_NOTHROW;
#endif
size_t wcsftime(wchar_t *__restrict, size_t, const wchar_t *__restrict, const struct tm *__restrict) PACKWHEEL_NOTHROW;

/* Streams. */
int fwide(FILE *, int) PACKWHEEL_NOTHROW;
wint_t fgetwc(FILE *);
wint_t getwc(FILE *);
wint_t getwchar(void);
wchar_t *fgetws(wchar_t *__restrict, int, FILE *__restrict);
wint_t fputwc(wchar_t, FILE *);
wint_t putwc(wchar_t, FILE *);
wint_t putwchar(wchar_t);
int fputws(const wchar_t *__restrict, FILE *__restrict);
wint_t ungetwc(wint_t, FILE *);
int wprintf(const wchar_t *__restrict, ...);
int fwprintf(FILE *__restrict, const wchar_t *__restrict, ...);
int swprintf(wchar_t *__restrict, size_t, const wchar_t *__restrict, ...) PACKWHEEL_NOTHROW;
int vwprintf(const wchar_t *__restrict, __builtin_va_list);
int vfwprintf(FILE *__restrict, const wchar_t *__restrict, __builtin_va_list);
int vswprintf(wchar_t *__restrict, size_t, const wchar_t *__restrict, __builtin_va_list) PACKWHEEL_NOTHROW;
int wscanf(const wchar_t *__restrict, ...) PACKWHEEL_ISOC99("wscanf");
int fwscanf(FILE *__restrict, const wchar_t *__restrict, ...) PACKWHEEL_ISOC99("fwscanf");
int swscanf(const wchar_t *__restrict, const wchar_t *__restrict, ...) PACKWHEEL_NOTHROW PACKWHEEL_ISOC99("swscanf");
#if PACKWHEEL_USE_C99
int vwscanf(const wchar_t *__restrict, __builtin_va_list) PACKWHEEL_ISOC99("vwscanf");
int vfwscanf(FILE *__restrict, const wchar_t *__restrict, __builtin_va_list) PACKWHEEL_ISOC99("vfwscanf");
int vswscanf(const wchar_t *__restrict, const wchar_t *__restrict, __builtin_va_list)
    PACKWHEEL_NOTHROW PACKWHEEL_ISOC99("vswscanf");
#endif

#if PACKWHEEL_USE_XOPEN || PACKWHEEL_USE_DEFAULT
#include <bits/va_list.h>
#endif
#if PACKWHEEL_USE_XOPEN
#ifndef __wctype_t_defined
#define __wctype_t_defined
typedef unsigned long wctype_t;
#endif
PACKWHEEL_CONST int wcwidth(wchar_t) PACKWHEEL_NOTHROW;
int wcswidth(const wchar_t *, size_t) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_POSIX >= 200809
#define PACKWHEEL_NEED_locale_t
#include <bits/typedefs.h>
#include <bits/va_list.h>
PACKWHEEL_MALLOC wchar_t *wcsdup(const wchar_t *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE size_t wcsnlen(const wchar_t *, size_t) PACKWHEEL_NOTHROW;
wchar_t *wcpcpy(wchar_t *__restrict, const wchar_t *__restrict) PACKWHEEL_NOTHROW;
wchar_t *wcpncpy(wchar_t *__restrict, const wchar_t *__restrict, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int wcscasecmp(const wchar_t *, const wchar_t *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int wcscasecmp_l(const wchar_t *, const wchar_t *, locale_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int wcsncasecmp(const wchar_t *, const wchar_t *, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int wcsncasecmp_l(const wchar_t *, const wchar_t *, size_t, locale_t) PACKWHEEL_NOTHROW;
int wcscoll_l(const wchar_t *, const wchar_t *, locale_t) PACKWHEEL_NOTHROW;
size_t wcsxfrm_l(wchar_t *__restrict, const wchar_t *__restrict, size_t, locale_t) PACKWHEEL_NOTHROW;
size_t mbsnrtowcs(wchar_t *__restrict, const char **__restrict, size_t, size_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
size_t wcsnrtombs(char *__restrict, const wchar_t **__restrict, size_t, size_t, mbstate_t *__restrict) PACKWHEEL_NOTHROW;
FILE *open_wmemstream(wchar_t **, size_t *) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_GNU
wint_t fgetwc_unlocked(FILE *);
wint_t getwc_unlocked(FILE *);
wint_t getwchar_unlocked(void);
wchar_t *fgetws_unlocked(wchar_t *__restrict, int, FILE *__restrict);
wint_t fputwc_unlocked(wchar_t, FILE *);
wint_t putwc_unlocked(wchar_t, FILE *);
wint_t putwchar_unlocked(wchar_t);
int fputws_unlocked(const wchar_t *__restrict, FILE *__restrict);
size_t wcsftime_l(wchar_t *__restrict, size_t, const wchar_t *__restrict, const struct tm *__restrict, locale_t)
    PACKWHEEL_NOTHROW;
#if PACKWHEEL_LIBC_GLIBC
PACKWHEEL_PURE wchar_t *wcschrnul(const wchar_t *, wchar_t) PACKWHEEL_NOTHROW;
wchar_t *wmempcpy(wchar_t *__restrict, const wchar_t *__restrict, size_t) PACKWHEEL_NOTHROW;
float wcstof_l(const wchar_t *__restrict, wchar_t **__restrict, locale_t) PACKWHEEL_NOTHROW;
double wcstod_l(const wchar_t *__restrict, wchar_t **__restrict, locale_t) PACKWHEEL_NOTHROW;
long double wcstold_l(const wchar_t *__restrict, wchar_t **__restrict, locale_t) PACKWHEEL_NOTHROW;
long wcstol_l(const wchar_t *__restrict, wchar_t **__restrict, int, locale_t) PACKWHEEL_NOTHROW;
unsigned long wcstoul_l(const wchar_t *__restrict, wchar_t **__restrict, int, locale_t) PACKWHEEL_NOTHROW;
__extension__ long long wcstoll_l(const wchar_t *__restrict, wchar_t **__restrict, int, locale_t) PACKWHEEL_NOTHROW;
__extension__ unsigned long long wcstoull_l(const wchar_t *__restrict, wchar_t **__restrict, int, locale_t) PACKWHEEL_NOTHROW;
#endif
#endif

PACKWHEEL_END_C

#endif
