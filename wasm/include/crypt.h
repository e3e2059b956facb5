/* <crypt.h>: hashes of passwords, which Python's headers before 3.9 ask for. Link with -lcrypt. */
#ifndef PACKWHEEL_CRYPT_H
#define PACKWHEEL_CRYPT_H

#include <features.h>

struct crypt_data;

PACKWHEEL_BEGIN_C

char *crypt(const char *, const char *);
#if PACKWHEEL_USE_GNU
char *crypt_r(const char *, const char *, struct crypt_data *);
#endif

PACKWHEEL_END_C

#endif
