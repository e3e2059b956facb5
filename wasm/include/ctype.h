/*
 * Classes of characters.
 * Spec: ISO C17 7.4; POSIX.1-2017 <ctype.h>.
 */
#ifndef PACKWHEEL_CTYPE_H
#define PACKWHEEL_CTYPE_H

#include <features.h>

PACKWHEEL_BEGIN_C

int isalnum(int) PACKWHEEL_NOTHROW;
int isalpha(int) PACKWHEEL_NOTHROW;
int iscntrl(int) PACKWHEEL_NOTHROW;
int isdigit(int) PACKWHEEL_NOTHROW;
int isgraph(int) PACKWHEEL_NOTHROW;
int islower(int) PACKWHEEL_NOTHROW;
int isprint(int) PACKWHEEL_NOTHROW;
int ispunct(int) PACKWHEEL_NOTHROW;
int isspace(int) PACKWHEEL_NOTHROW;
int isupper(int) PACKWHEEL_NOTHROW;
int isxdigit(int) PACKWHEEL_NOTHROW;
int tolower(int) PACKWHEEL_NOTHROW;
int toupper(int) PACKWHEEL_NOTHROW;
#if PACKWHEEL_USE_C99
int isblank(int) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_DEFAULT || PACKWHEEL_USE_XOPEN
int isascii(int) PACKWHEEL_NOTHROW;
int toascii(int) PACKWHEEL_NOTHROW;
#define _tolower(c) tolower(c)
#define _toupper(c) toupper(c)
#endif

#if PACKWHEEL_USE_POSIX >= 200809
#define PACKWHEEL_NEED_locale_t
#include <bits/typedefs.h>
int isalnum_l(int, locale_t) PACKWHEEL_NOTHROW;
int isalpha_l(int, locale_t) PACKWHEEL_NOTHROW;
int isblank_l(int, locale_t) PACKWHEEL_NOTHROW;
int iscntrl_l(int, locale_t) PACKWHEEL_NOTHROW;
int isdigit_l(int, locale_t) PACKWHEEL_NOTHROW;
int isgraph_l(int, locale_t) PACKWHEEL_NOTHROW;
int islower_l(int, locale_t) PACKWHEEL_NOTHROW;
int isprint_l(int, locale_t) PACKWHEEL_NOTHROW;
int ispunct_l(int, locale_t) PACKWHEEL_NOTHROW;
int isspace_l(int, locale_t) PACKWHEEL_NOTHROW;
int isupper_l(int, locale_t) PACKWHEEL_NOTHROW;
int isxdigit_l(int, locale_t) PACKWHEEL_NOTHROW;
int tolower_l(int, locale_t) PACKWHEEL_NOTHROW;
int toupper_l(int, locale_t) PACKWHEEL_NOTHROW;
#endif

PACKWHEEL_END_C

#endif
