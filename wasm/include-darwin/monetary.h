/*
 * Amounts of money as text.
 * Spec: POSIX.1-2017 <monetary.h>.
 */
#ifndef PACKWHEEL_MONETARY_H
#define PACKWHEEL_MONETARY_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_ssize_t
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

ssize_t strfmon(char *, size_t, const char *, ...);

PACKWHEEL_END_C

#endif
