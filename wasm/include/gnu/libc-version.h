/* <gnu/libc-version.h>: the glibc that a program runs with. */
#ifndef PACKWHEEL_GNU_LIBC_VERSION_H
#define PACKWHEEL_GNU_LIBC_VERSION_H

#include <features.h>

#if !PACKWHEEL_LIBC_GLIBC
#error "<gnu/libc-version.h> is a header of glibc"
#endif

PACKWHEEL_BEGIN_C

const char *gnu_get_libc_release(void);
const char *gnu_get_libc_version(void);

PACKWHEEL_END_C

#endif
