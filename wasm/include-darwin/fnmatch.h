/*
 * Names that match a pattern.
 * Spec: POSIX.1-2017 <fnmatch.h>.
 */
#ifndef PACKWHEEL_FNMATCH_H
#define PACKWHEEL_FNMATCH_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

#define FNM_NOMATCH 1
#define FNM_NOESCAPE 1
#define FNM_PATHNAME 2
#define FNM_PERIOD 4
#define FNM_NOSYS (-1)

int fnmatch(const char *, const char *, int);

#if PACKWHEEL_USE_DARWIN
#define FNM_LEADING_DIR 8
#define FNM_CASEFOLD 0x10
#define FNM_IGNORECASE 0x10
#define FNM_FILE_NAME 2

#endif

PACKWHEEL_END_C

#endif
