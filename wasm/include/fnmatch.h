/* <fnmatch.h>: names with wild cards, POSIX.1-2017. */
#ifndef PACKWHEEL_FNMATCH_H
#define PACKWHEEL_FNMATCH_H

#include <features.h>

#define FNM_FILE_NAME 1
#define FNM_NOMATCH 1
#define FNM_PATHNAME 1
#define FNM_NOESCAPE 2
#define FNM_PERIOD 4
#define FNM_LEADING_DIR 8
#define FNM_CASEFOLD 16
#if PACKWHEEL_LIBC_GLIBC
#define FNM_EXTMATCH 32
#endif
#if PACKWHEEL_LIBC_MUSL
#define FNM_NOSYS (-1)
#endif

PACKWHEEL_BEGIN_C

int fnmatch(const char *, const char *, int);

PACKWHEEL_END_C

#endif
