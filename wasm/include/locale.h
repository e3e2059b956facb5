/*
 * Locales.
 * Spec: ISO C17 7.11; POSIX.1-2017 <locale.h>.
 */
#ifndef PACKWHEEL_LOCALE_H
#define PACKWHEEL_LOCALE_H

#include <features.h>
#include <bits/null.h>

#define LC_CTYPE 0
#define LC_NUMERIC 1
#define LC_TIME 2
#define LC_COLLATE 3
#define LC_MONETARY 4
#define LC_MESSAGES 5
#define LC_ALL 6
#if PACKWHEEL_LIBC_GLIBC
#define LC_PAPER 7
#define LC_NAME 8
#define LC_ADDRESS 9
#define LC_TELEPHONE 10
#define LC_MEASUREMENT 11
#define LC_IDENTIFICATION 12
#endif

PACKWHEEL_BEGIN_C

struct lconv {
  char *decimal_point;
  char *thousands_sep;
  char *grouping;
  char *int_curr_symbol;
  char *currency_symbol;
  char *mon_decimal_point;
  char *mon_thousands_sep;
  char *mon_grouping;
  char *positive_sign;
  char *negative_sign;
  char int_frac_digits;
  char frac_digits;
  char p_cs_precedes;
  char p_sep_by_space;
  char n_cs_precedes;
  char n_sep_by_space;
  char p_sign_posn;
  char n_sign_posn;
#if PACKWHEEL_USE_C99
  char int_p_cs_precedes;
  char int_p_sep_by_space;
  char int_n_cs_precedes;
  char int_n_sep_by_space;
  char int_p_sign_posn;
  char int_n_sign_posn;
#else
  char __int_p_cs_precedes;
  char __int_p_sep_by_space;
  char __int_n_cs_precedes;
  char __int_n_sep_by_space;
  char __int_p_sign_posn;
  char __int_n_sign_posn;
#endif
};

char *setlocale(int, const char *) PACKWHEEL_NOTHROW;
struct lconv *localeconv(void) PACKWHEEL_NOTHROW;

#if PACKWHEEL_USE_POSIX >= 200809
#define PACKWHEEL_NEED_locale_t
#include <bits/typedefs.h>

#define LC_CTYPE_MASK (1 << LC_CTYPE)
#define LC_NUMERIC_MASK (1 << LC_NUMERIC)
#define LC_TIME_MASK (1 << LC_TIME)
#define LC_COLLATE_MASK (1 << LC_COLLATE)
#define LC_MONETARY_MASK (1 << LC_MONETARY)
#define LC_MESSAGES_MASK (1 << LC_MESSAGES)
#if PACKWHEEL_LIBC_GLIBC
#define LC_PAPER_MASK (1 << LC_PAPER)
#define LC_NAME_MASK (1 << LC_NAME)
#define LC_ADDRESS_MASK (1 << LC_ADDRESS)
#define LC_TELEPHONE_MASK (1 << LC_TELEPHONE)
#define LC_MEASUREMENT_MASK (1 << LC_MEASUREMENT)
#define LC_IDENTIFICATION_MASK (1 << LC_IDENTIFICATION)
/* Every category but the place of LC_ALL itself. */
#define LC_ALL_MASK 0x1fbf
#else
#define LC_ALL_MASK 0x7fffffff
#endif
#define LC_GLOBAL_LOCALE ((locale_t)-1)

locale_t newlocale(int, const char *, locale_t) PACKWHEEL_NOTHROW;
locale_t duplocale(locale_t) PACKWHEEL_NOTHROW;
void freelocale(locale_t) PACKWHEEL_NOTHROW;
locale_t uselocale(locale_t) PACKWHEEL_NOTHROW;
#endif

PACKWHEEL_END_C

#endif
