/* <utime.h>: the times of a file in seconds, POSIX.1-2017. */
#ifndef PACKWHEEL_UTIME_H
#define PACKWHEEL_UTIME_H

#include <features.h>
#define PACKWHEEL_NEED_time_t 1
#include <bits/typedefs.h>

struct utimbuf {
  time_t actime;
  time_t modtime;
};

PACKWHEEL_BEGIN_C

int utime(const char *, const struct utimbuf *) PACKWHEEL_TIME64("__utime64", "__utime64");

PACKWHEEL_END_C

#endif
