/*
 * Classes of characters, as functions: those of the C library know the locale.
 * Spec: ISO C17 7.4; POSIX.1-2017 <ctype.h>; ctype(3) of Darwin.
 */
#ifndef PACKWHEEL_CTYPE_H
#define PACKWHEEL_CTYPE_H

#include <bits/darwin.h>

PACKWHEEL_BEGIN_C

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

#if PACKWHEEL_USE_POSIX
int isascii(int);
int toascii(int);
#define _tolower(character) tolower(character)
#define _toupper(character) toupper(character)
#endif

#if PACKWHEEL_USE_DARWIN
int digittoint(int);
int ishexnumber(int);
int isideogram(int);
int isnumber(int);
int isphonogram(int);
int isrune(int);
int isspecial(int);
#endif

PACKWHEEL_END_C

#endif
