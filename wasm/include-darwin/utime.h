/*
 * Times of files.
 * Spec: POSIX.1-2017 <utime.h>.
 */
#ifndef PACKWHEEL_UTIME_H
#define PACKWHEEL_UTIME_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_time_t
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

struct utimbuf {
  time_t actime;
  time_t modtime;
};

int utime(const char *, const struct utimbuf *);

PACKWHEEL_END_C

#endif
