/* <monetary.h>: amounts of money as text, POSIX.1-2017. */
#ifndef PACKWHEEL_MONETARY_H
#define PACKWHEEL_MONETARY_H

#include <features.h>
#define PACKWHEEL_NEED_ssize_t 1
#define PACKWHEEL_NEED_locale_t 1
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

ssize_t strfmon(char *__restrict, size_t, const char *__restrict, ...);
ssize_t strfmon_l(char *__restrict, size_t, locale_t, const char *__restrict, ...);

PACKWHEEL_END_C

#endif
