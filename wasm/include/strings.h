/* <strings.h>: strings without regard to case, POSIX.1-2017, and the old BSD names. */
#ifndef PACKWHEEL_STRINGS_H
#define PACKWHEEL_STRINGS_H

#include <features.h>
#define PACKWHEEL_NEED_locale_t 1
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>
#include <locale.h>

PACKWHEEL_BEGIN_C

int bcmp(const void *, const void *, size_t);
void bcopy(const void *, void *, size_t);
void bzero(void *, size_t);
int ffs(int);
char *index(const char *, int);
char *rindex(const char *, int);
int strcasecmp(const char *, const char *);
int strcasecmp_l(const char *, const char *, locale_t);
int strncasecmp(const char *, const char *, size_t);
int strncasecmp_l(const char *, const char *, size_t, locale_t);
#if PACKWHEEL_USE_GNU
int ffsl(long);
int ffsll(long long);
#endif

PACKWHEEL_END_C

#endif
