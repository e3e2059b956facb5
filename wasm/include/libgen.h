/* <libgen.h>: parts of a path, POSIX.1-2017. glibc's own basename() is in <string.h>. */
#ifndef PACKWHEEL_LIBGEN_H
#define PACKWHEEL_LIBGEN_H

#include <features.h>

PACKWHEEL_BEGIN_C

char *dirname(char *);
#if PACKWHEEL_LIBC_MUSL
char *basename(char *);
#else
char *__xpg_basename(char *);
#define basename __xpg_basename
#endif

PACKWHEEL_END_C

#endif
