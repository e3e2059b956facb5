/*
 * Functions that take their locale as an argument.
 * Spec: xlocale(3) of Darwin; POSIX.1-2017 for those that are standard.
 */
#ifndef PACKWHEEL_XLOCALE_H
#define PACKWHEEL_XLOCALE_H

#include <bits/locale.h>
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>
#include <wctype.h>

PACKWHEEL_BEGIN_C

extern const locale_t _c_locale;
struct lconv *localeconv_l(locale_t);
const char *querylocale(int, locale_t);

int isalnum_l(int, locale_t);
int isalpha_l(int, locale_t);
int isblank_l(int, locale_t);
int iscntrl_l(int, locale_t);
int isdigit_l(int, locale_t);
int isgraph_l(int, locale_t);
int ishexnumber_l(int, locale_t);
int isideogram_l(int, locale_t);
int islower_l(int, locale_t);
int isnumber_l(int, locale_t);
int isphonogram_l(int, locale_t);
int isprint_l(int, locale_t);
int ispunct_l(int, locale_t);
int isrune_l(int, locale_t);
int isspace_l(int, locale_t);
int isspecial_l(int, locale_t);
int isupper_l(int, locale_t);
int isxdigit_l(int, locale_t);
int tolower_l(int, locale_t);
int toupper_l(int, locale_t);
int digittoint_l(int, locale_t);

intmax_t strtoimax_l(const char *__restrict, char **__restrict, int, locale_t);
uintmax_t strtoumax_l(const char *__restrict, char **__restrict, int, locale_t);

int asprintf_l(char **, locale_t, const char *, ...);
int dprintf_l(int, locale_t, const char *__restrict, ...);
int fprintf_l(FILE *__restrict, locale_t, const char *__restrict, ...);
int fscanf_l(FILE *__restrict, locale_t, const char *__restrict, ...);
int printf_l(locale_t, const char *__restrict, ...);
int scanf_l(locale_t, const char *__restrict, ...);
int snprintf_l(char *__restrict, size_t, locale_t, const char *__restrict, ...);
int sprintf_l(char *__restrict, locale_t, const char *__restrict, ...);
int sscanf_l(const char *__restrict, locale_t, const char *__restrict, ...);
int vasprintf_l(char **, locale_t, const char *, va_list);
int vdprintf_l(int, locale_t, const char *__restrict, va_list);
int vfprintf_l(FILE *__restrict, locale_t, const char *__restrict, va_list);
int vfscanf_l(FILE *__restrict, locale_t, const char *__restrict, va_list);
int vprintf_l(locale_t, const char *__restrict, va_list);
int vscanf_l(locale_t, const char *__restrict, va_list);
int vsnprintf_l(char *__restrict, size_t, locale_t, const char *__restrict, va_list);
int vsprintf_l(char *__restrict, locale_t, const char *__restrict, va_list);
int vsscanf_l(const char *__restrict, locale_t, const char *__restrict, va_list);

double atof_l(const char *, locale_t);
int atoi_l(const char *, locale_t);
long atol_l(const char *, locale_t);
long long atoll_l(const char *, locale_t);
int mblen_l(const char *, size_t, locale_t);
size_t mbstowcs_l(wchar_t *__restrict, const char *__restrict, size_t, locale_t);
int mbtowc_l(wchar_t *__restrict, const char *__restrict, size_t, locale_t);
double strtod_l(const char *, char **, locale_t);
float strtof_l(const char *, char **, locale_t);
long strtol_l(const char *, char **, int, locale_t);
long double strtold_l(const char *, char **, locale_t);
long long strtoll_l(const char *, char **, int, locale_t);
unsigned long strtoul_l(const char *, char **, int, locale_t);
unsigned long long strtoull_l(const char *, char **, int, locale_t);
size_t wcstombs_l(char *__restrict, const wchar_t *__restrict, size_t, locale_t);
int wctomb_l(char *, wchar_t, locale_t);

int strcoll_l(const char *, const char *, locale_t);
size_t strxfrm_l(char *__restrict, const char *__restrict, size_t, locale_t);
int strcasecmp_l(const char *, const char *, locale_t);
char *strcasestr_l(const char *, const char *, locale_t);
int strncasecmp_l(const char *, const char *, size_t, locale_t);

size_t strftime_l(char *__restrict, size_t, const char *__restrict, const struct tm *__restrict, locale_t);
char *strptime_l(const char *__restrict, const char *__restrict, struct tm *__restrict, locale_t);

wint_t btowc_l(int, locale_t);
size_t mbrlen_l(const char *__restrict, size_t, mbstate_t *__restrict, locale_t);
size_t mbrtowc_l(wchar_t *__restrict, const char *__restrict, size_t, mbstate_t *__restrict, locale_t);
int mbsinit_l(const mbstate_t *, locale_t);
size_t mbsrtowcs_l(wchar_t *__restrict, const char **__restrict, size_t, mbstate_t *__restrict, locale_t);
size_t wcrtomb_l(char *__restrict, wchar_t, mbstate_t *__restrict, locale_t);
int wcscoll_l(const wchar_t *, const wchar_t *, locale_t);
size_t wcsftime_l(wchar_t *__restrict, size_t, const wchar_t *__restrict, const struct tm *__restrict, locale_t);
size_t wcsrtombs_l(char *__restrict, const wchar_t **__restrict, size_t, mbstate_t *__restrict, locale_t);
double wcstod_l(const wchar_t *__restrict, wchar_t **__restrict, locale_t);
float wcstof_l(const wchar_t *__restrict, wchar_t **__restrict, locale_t);
long wcstol_l(const wchar_t *__restrict, wchar_t **__restrict, int, locale_t);
long double wcstold_l(const wchar_t *__restrict, wchar_t **__restrict, locale_t);
long long wcstoll_l(const wchar_t *__restrict, wchar_t **__restrict, int, locale_t);
unsigned long wcstoul_l(const wchar_t *__restrict, wchar_t **__restrict, int, locale_t);
unsigned long long wcstoull_l(const wchar_t *__restrict, wchar_t **__restrict, int, locale_t);
int wcscasecmp_l(const wchar_t *, const wchar_t *, locale_t);
int wcsncasecmp_l(const wchar_t *, const wchar_t *, size_t, locale_t);
int wcswidth_l(const wchar_t *, size_t, locale_t);
int wcwidth_l(wchar_t, locale_t);
size_t wcsxfrm_l(wchar_t *__restrict, const wchar_t *__restrict, size_t, locale_t);
int wctob_l(wint_t, locale_t);
int vswprintf_l(wchar_t *__restrict, size_t, locale_t, const wchar_t *__restrict, va_list);
int swprintf_l(wchar_t *__restrict, size_t, locale_t, const wchar_t *__restrict, ...);

int iswalnum_l(wint_t, locale_t);
int iswalpha_l(wint_t, locale_t);
int iswblank_l(wint_t, locale_t);
int iswcntrl_l(wint_t, locale_t);
int iswctype_l(wint_t, wctype_t, locale_t);
int iswdigit_l(wint_t, locale_t);
int iswgraph_l(wint_t, locale_t);
int iswlower_l(wint_t, locale_t);
int iswprint_l(wint_t, locale_t);
int iswpunct_l(wint_t, locale_t);
int iswspace_l(wint_t, locale_t);
int iswupper_l(wint_t, locale_t);
int iswxdigit_l(wint_t, locale_t);
wint_t towctrans_l(wint_t, wctrans_t, locale_t);
wint_t towlower_l(wint_t, locale_t);
wint_t towupper_l(wint_t, locale_t);
wctrans_t wctrans_l(const char *, locale_t);
wctype_t wctype_l(const char *, locale_t);

PACKWHEEL_END_C

#endif
