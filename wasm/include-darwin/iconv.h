/*
 * Conversion of character sets.
 * Spec: POSIX.1-2017 <iconv.h>; iconv(3) of Darwin.
 */
#ifndef PACKWHEEL_ICONV_H
#define PACKWHEEL_ICONV_H

#include <bits/darwin.h>
#define __need_size_t
#include <stddef.h>

typedef void *iconv_t;

PACKWHEEL_BEGIN_C
size_t iconv(iconv_t, char **__restrict, size_t *__restrict, char **__restrict, size_t *__restrict);
int iconv_close(iconv_t);
iconv_t iconv_open(const char *, const char *);
#if PACKWHEEL_USE_DARWIN
#define ICONV_TRIVIALP 0
#define ICONV_GET_TRANSLITERATE 1
#define ICONV_SET_TRANSLITERATE 2
#define ICONV_GET_DISCARD_ILSEQ 3
#define ICONV_SET_DISCARD_ILSEQ 4
extern int _libiconv_version;
const char *iconv_canonicalize(const char *);
int iconvctl(iconv_t, int, void *);
void iconvlist(int (*)(unsigned int, const char *const *, void *), void *);
#endif
PACKWHEEL_END_C

#endif
