/* <iconv.h>: encodings of text, POSIX.1-2017. */
#ifndef PACKWHEEL_ICONV_H
#define PACKWHEEL_ICONV_H

#include <features.h>
#define __need_size_t
#include <stddef.h>

typedef void *iconv_t;

PACKWHEEL_BEGIN_C

size_t iconv(iconv_t, char **__restrict, size_t *__restrict, char **__restrict, size_t *__restrict);
int iconv_close(iconv_t);
iconv_t iconv_open(const char *, const char *);

PACKWHEEL_END_C

#endif
