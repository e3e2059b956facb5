/*
 * Parts of paths.
 * Spec: POSIX.1-2017 <libgen.h>.
 */
#ifndef PACKWHEEL_LIBGEN_H
#define PACKWHEEL_LIBGEN_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

char *basename(char *);
char *dirname(char *);

#if PACKWHEEL_USE_DARWIN
char *basename_r(const char *, char *);
char *dirname_r(const char *, char *);
#endif

PACKWHEEL_END_C

#endif
