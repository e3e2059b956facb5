/*
 * Classes of wide characters.
 * Spec: ISO C17 7.30; POSIX.1-2017 <wctype.h>.
 */
#ifndef PACKWHEEL_WCTYPE_H
#define PACKWHEEL_WCTYPE_H

#include <bits/darwin.h>
#define __need_wint_t
#include <stddef.h>
#define PACKWHEEL_NEED_wctype_t
#define PACKWHEEL_NEED_wctrans_t
#include <bits/typedefs.h>

#ifndef WEOF
#define WEOF ((wint_t)-1)
#endif

PACKWHEEL_BEGIN_C

int iswalnum(wint_t);
int iswalpha(wint_t);
int iswblank(wint_t);
int iswcntrl(wint_t);
int iswctype(wint_t, wctype_t);
int iswdigit(wint_t);
int iswgraph(wint_t);
int iswlower(wint_t);
int iswprint(wint_t);
int iswpunct(wint_t);
int iswspace(wint_t);
int iswupper(wint_t);
int iswxdigit(wint_t);
wint_t towctrans(wint_t, wctrans_t);
wint_t towlower(wint_t);
wint_t towupper(wint_t);
wctrans_t wctrans(const char *);
wctype_t wctype(const char *);

#if PACKWHEEL_USE_DARWIN
int iswascii(wint_t);
int iswhexnumber(wint_t);
int iswideogram(wint_t);
int iswnumber(wint_t);
int iswphonogram(wint_t);
int iswrune(wint_t);
int iswspecial(wint_t);
wint_t nextwctype(wint_t, wctype_t);
#endif

PACKWHEEL_END_C

#endif
