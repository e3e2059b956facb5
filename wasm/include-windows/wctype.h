/* ISO C17 7.30. */
#ifndef _WCTYPE_H
#define _WCTYPE_H

#include <corecrt.h>

#ifndef WEOF
#define WEOF ((wint_t)0xffff)
#endif

typedef wchar_t wctrans_t;

__PACKWHEEL_BEGIN
int iswalnum(wint_t);
int iswalpha(wint_t);
int iswascii(wint_t);
int iswblank(wint_t);
int iswcntrl(wint_t);
int iswdigit(wint_t);
int iswgraph(wint_t);
int iswlower(wint_t);
int iswprint(wint_t);
int iswpunct(wint_t);
int iswspace(wint_t);
int iswupper(wint_t);
int iswxdigit(wint_t);
int iswctype(wint_t, wctype_t);
wint_t towlower(wint_t);
wint_t towupper(wint_t);
wint_t towctrans(wint_t, wctrans_t);
wctrans_t wctrans(const char *);
wctype_t wctype(const char *);
int __iswcsym(wint_t);
int __iswcsymf(wint_t);
int _iswalnum_l(wint_t, _locale_t);
int _iswalpha_l(wint_t, _locale_t);
int _iswdigit_l(wint_t, _locale_t);
int _iswspace_l(wint_t, _locale_t);
int _iswctype_l(wint_t, wctype_t, _locale_t);
wint_t _towlower_l(wint_t, _locale_t);
wint_t _towupper_l(wint_t, _locale_t);
__PACKWHEEL_END

#endif
