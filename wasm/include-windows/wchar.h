/* ISO C17 7.29. `wchar_t` is a unit of UTF-16. */
#ifndef _WCHAR_H
#define _WCHAR_H

#include <corecrt.h>
#include <bits/wide-stdio.h>

#ifndef WCHAR_MIN
#define WCHAR_MIN 0x0000
#define WCHAR_MAX 0xffff
#endif

struct tm;

__PACKWHEEL_BEGIN

wint_t btowc(int);
int wctob(wint_t);
int mbsinit(const mbstate_t *);
size_t mbrlen(const char *__PACKWHEEL_RESTRICT, size_t, mbstate_t *__PACKWHEEL_RESTRICT);
size_t mbrtowc(wchar_t *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, size_t, mbstate_t *__PACKWHEEL_RESTRICT);
size_t wcrtomb(char *__PACKWHEEL_RESTRICT, wchar_t, mbstate_t *__PACKWHEEL_RESTRICT);
size_t mbsrtowcs(wchar_t *__PACKWHEEL_RESTRICT, const char **__PACKWHEEL_RESTRICT, size_t,
                 mbstate_t *__PACKWHEEL_RESTRICT);
size_t wcsrtombs(char *__PACKWHEEL_RESTRICT, const wchar_t **__PACKWHEEL_RESTRICT, size_t,
                 mbstate_t *__PACKWHEEL_RESTRICT);

double wcstod(const wchar_t *__PACKWHEEL_RESTRICT, wchar_t **__PACKWHEEL_RESTRICT);
float wcstof(const wchar_t *__PACKWHEEL_RESTRICT, wchar_t **__PACKWHEEL_RESTRICT);
long double wcstold(const wchar_t *__PACKWHEEL_RESTRICT, wchar_t **__PACKWHEEL_RESTRICT);
long wcstol(const wchar_t *__PACKWHEEL_RESTRICT, wchar_t **__PACKWHEEL_RESTRICT, int);
unsigned long wcstoul(const wchar_t *__PACKWHEEL_RESTRICT, wchar_t **__PACKWHEEL_RESTRICT, int);
long long wcstoll(const wchar_t *__PACKWHEEL_RESTRICT, wchar_t **__PACKWHEEL_RESTRICT, int);
unsigned long long wcstoull(const wchar_t *__PACKWHEEL_RESTRICT, wchar_t **__PACKWHEEL_RESTRICT, int);
long long _wcstoi64(const wchar_t *, wchar_t **, int);
unsigned long long _wcstoui64(const wchar_t *, wchar_t **, int);

wchar_t *wcscat(wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT);
wchar_t *wcschr(const wchar_t *, wchar_t);
int wcscmp(const wchar_t *, const wchar_t *);
int wcscoll(const wchar_t *, const wchar_t *);
wchar_t *wcscpy(wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT);
size_t wcscspn(const wchar_t *, const wchar_t *);
size_t wcslen(const wchar_t *);
wchar_t *wcsncat(wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, size_t);
int wcsncmp(const wchar_t *, const wchar_t *, size_t);
wchar_t *wcsncpy(wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, size_t);
size_t wcsnlen(const wchar_t *, size_t);
wchar_t *wcspbrk(const wchar_t *, const wchar_t *);
wchar_t *wcsrchr(const wchar_t *, wchar_t);
size_t wcsspn(const wchar_t *, const wchar_t *);
wchar_t *wcsstr(const wchar_t *, const wchar_t *);
wchar_t *wcstok(wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, wchar_t **__PACKWHEEL_RESTRICT);
size_t wcsxfrm(wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, size_t);
wchar_t *wmemchr(const wchar_t *, wchar_t, size_t);
int wmemcmp(const wchar_t *, const wchar_t *, size_t);
wchar_t *wmemcpy(wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, size_t);
wchar_t *wmemmove(wchar_t *, const wchar_t *, size_t);
wchar_t *wmemset(wchar_t *, wchar_t, size_t);
size_t wcsftime(wchar_t *__PACKWHEEL_RESTRICT, size_t, const wchar_t *__PACKWHEEL_RESTRICT,
                const struct tm *__PACKWHEEL_RESTRICT);
int fwide(struct _iobuf *, int);

errno_t wcscat_s(wchar_t *, rsize_t, const wchar_t *);
errno_t wcscpy_s(wchar_t *, rsize_t, const wchar_t *);
errno_t wcsncat_s(wchar_t *, rsize_t, const wchar_t *, rsize_t);
errno_t wcsncpy_s(wchar_t *, rsize_t, const wchar_t *, rsize_t);
wchar_t *wcstok_s(wchar_t *, const wchar_t *, wchar_t **);
errno_t wmemcpy_s(wchar_t *, rsize_t, const wchar_t *, rsize_t);
errno_t wmemmove_s(wchar_t *, rsize_t, const wchar_t *, rsize_t);
errno_t mbsrtowcs_s(size_t *, wchar_t *, size_t, const char **, size_t, mbstate_t *);
errno_t wcsrtombs_s(size_t *, char *, size_t, const wchar_t **, size_t, mbstate_t *);
errno_t wcrtomb_s(size_t *, char *, size_t, wchar_t, mbstate_t *);

wchar_t *_wcsdup(const wchar_t *) __attribute__((__malloc__));
int _wcsicmp(const wchar_t *, const wchar_t *);
int _wcsnicmp(const wchar_t *, const wchar_t *, size_t);
int _wcsicoll(const wchar_t *, const wchar_t *);
wchar_t *_wcslwr(wchar_t *);
wchar_t *_wcsupr(wchar_t *);
wchar_t *_wcsrev(wchar_t *);
wchar_t *_wcsset(wchar_t *, wchar_t);
wchar_t *_wcsnset(wchar_t *, wchar_t, size_t);
wchar_t *_wcserror(int);
errno_t _wcslwr_s(wchar_t *, size_t);
errno_t _wcsupr_s(wchar_t *, size_t);
double _wcstod_l(const wchar_t *, wchar_t **, _locale_t);

#ifndef __STRICT_ANSI__
wchar_t *wcsdup(const wchar_t *) __attribute__((__malloc__));
int wcsicmp(const wchar_t *, const wchar_t *);
int wcsnicmp(const wchar_t *, const wchar_t *, size_t);
wchar_t *wcslwr(wchar_t *);
wchar_t *wcsupr(wchar_t *);
wchar_t *wcsrev(wchar_t *);
#endif

__PACKWHEEL_END

#endif
