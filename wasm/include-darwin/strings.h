/*
 * Strings and memory, by BSD.
 * Spec: POSIX.1-2017 <strings.h>.
 */
#ifndef PACKWHEEL_STRINGS_H
#define PACKWHEEL_STRINGS_H

#include <bits/darwin.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

int bcmp(const void *, const void *, size_t);
void bcopy(const void *, void *, size_t);
void bzero(void *, size_t);
char *index(const char *, int);
char *rindex(const char *, int);
int ffs(int);
int strcasecmp(const char *, const char *);
int strncasecmp(const char *, const char *, size_t);
#if PACKWHEEL_USE_DARWIN
int ffsl(long);
int ffsll(long long);
int fls(int);
int flsl(long);
int flsll(long long);
#endif

PACKWHEEL_END_C

#if PACKWHEEL_USE_DARWIN
#include <string.h>
#endif

#endif
