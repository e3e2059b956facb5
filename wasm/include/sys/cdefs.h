/* <sys/cdefs.h>: macros that sources written for BSD and glibc use. */
#ifndef PACKWHEEL_SYS_CDEFS_H
#define PACKWHEEL_SYS_CDEFS_H

#include <features.h>

#define __P(arguments) arguments
#define __PMT(arguments) arguments
#define __CONCAT(left, right) left##right
#define __STRING(text) #text
#define __ptr_t void *
#ifndef __nonnull
#define __nonnull(parameters) __attribute__((__nonnull__ parameters))
#endif
#ifndef __wur
#define __wur
#endif

#endif
