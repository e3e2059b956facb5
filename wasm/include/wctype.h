/*
 * Classes of wide characters.
 * Spec: ISO C17 7.30; POSIX.1-2017 <wctype.h>.
 */
#ifndef PACKWHEEL_WCTYPE_H
#define PACKWHEEL_WCTYPE_H

#include <features.h>
#define __need_wint_t
#include <stddef.h>

#ifndef WEOF
#define WEOF (0xffffffffu)
#endif

PACKWHEEL_BEGIN_C

#ifndef __wctype_t_defined
#define __wctype_t_defined
typedef unsigned long wctype_t;
#endif
typedef const __INT32_TYPE__ *wctrans_t;

int iswalnum(wint_t) PACKWHEEL_NOTHROW;
int iswalpha(wint_t) PACKWHEEL_NOTHROW;
int iswcntrl(wint_t) PACKWHEEL_NOTHROW;
int iswdigit(wint_t) PACKWHEEL_NOTHROW;
int iswgraph(wint_t) PACKWHEEL_NOTHROW;
int iswlower(wint_t) PACKWHEEL_NOTHROW;
int iswprint(wint_t) PACKWHEEL_NOTHROW;
int iswpunct(wint_t) PACKWHEEL_NOTHROW;
int iswspace(wint_t) PACKWHEEL_NOTHROW;
int iswupper(wint_t) PACKWHEEL_NOTHROW;
int iswxdigit(wint_t) PACKWHEEL_NOTHROW;
#if PACKWHEEL_USE_C99
int iswblank(wint_t) PACKWHEEL_NOTHROW;
#endif
wctype_t wctype(const char *) PACKWHEEL_NOTHROW;
int iswctype(wint_t, wctype_t) PACKWHEEL_NOTHROW;
wint_t towlower(wint_t) PACKWHEEL_NOTHROW;
wint_t towupper(wint_t) PACKWHEEL_NOTHROW;
wctrans_t wctrans(const char *) PACKWHEEL_NOTHROW;
wint_t towctrans(wint_t, wctrans_t) PACKWHEEL_NOTHROW;

#if PACKWHEEL_USE_POSIX >= 200809
#define PACKWHEEL_NEED_locale_t
#include <bits/typedefs.h>
int iswalnum_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
int iswalpha_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
int iswblank_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
int iswcntrl_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
int iswdigit_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
int iswgraph_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
int iswlower_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
int iswprint_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
int iswpunct_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
int iswspace_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
int iswupper_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
int iswxdigit_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
wctype_t wctype_l(const char *, locale_t) PACKWHEEL_NOTHROW;
int iswctype_l(wint_t, wctype_t, locale_t) PACKWHEEL_NOTHROW;
wint_t towlower_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
wint_t towupper_l(wint_t, locale_t) PACKWHEEL_NOTHROW;
wctrans_t wctrans_l(const char *, locale_t) PACKWHEEL_NOTHROW;
wint_t towctrans_l(wint_t, wctrans_t, locale_t) PACKWHEEL_NOTHROW;
#endif

PACKWHEEL_END_C

#endif
