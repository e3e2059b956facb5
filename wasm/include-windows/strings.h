/* Names of POSIX for comparisons that the C runtime has. */
#ifndef _STRINGS_H
#define _STRINGS_H

#include <corecrt.h>

__PACKWHEEL_BEGIN
int strcasecmp(const char *, const char *);
int strncasecmp(const char *, const char *, size_t);
__PACKWHEEL_END

#endif
