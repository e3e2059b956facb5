/* ISO C17 7.4, and what the C runtime has beside it. */
#ifndef _CTYPE_H
#define _CTYPE_H

#include <corecrt.h>

#define _UPPER 0x01
#define _LOWER 0x02
#define _DIGIT 0x04
#define _SPACE 0x08
#define _PUNCT 0x10
#define _CONTROL 0x20
#define _BLANK 0x40
#define _HEX 0x80
#define _LEADBYTE 0x8000
#define _ALPHA (0x0100 | _UPPER | _LOWER)

__PACKWHEEL_BEGIN

int isalnum(int);
int isalpha(int);
int isblank(int);
int iscntrl(int);
int isdigit(int);
int isgraph(int);
int islower(int);
int isprint(int);
int ispunct(int);
int isspace(int);
int isupper(int);
int isxdigit(int);
int tolower(int);
int toupper(int);

int _isctype(int, int);
int _isctype_l(int, int, _locale_t);
int _isalnum_l(int, _locale_t);
int _isalpha_l(int, _locale_t);
int _isblank_l(int, _locale_t);
int _iscntrl_l(int, _locale_t);
int _isdigit_l(int, _locale_t);
int _isgraph_l(int, _locale_t);
int _islower_l(int, _locale_t);
int _isprint_l(int, _locale_t);
int _ispunct_l(int, _locale_t);
int _isspace_l(int, _locale_t);
int _isupper_l(int, _locale_t);
int _isxdigit_l(int, _locale_t);
int _isleadbyte_l(int, _locale_t);
int isleadbyte(int);
int _tolower(int);
int _tolower_l(int, _locale_t);
int _toupper(int);
int _toupper_l(int, _locale_t);
int __isascii(int);
int __toascii(int);
int __iscsym(int);
int __iscsymf(int);
unsigned short *__pctype_func(void);

#define _pctype (__pctype_func())
#define isascii(c) ((unsigned)(c) < 0x80)
#define toascii(c) ((c) & 0x7f)
#define __isascii(c) isascii(c)
#define __toascii(c) toascii(c)
#define iscsym(c) __iscsym(c)
#define iscsymf(c) __iscsymf(c)

__PACKWHEEL_END

#endif
