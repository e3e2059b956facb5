/* <sys/times.h>: times of a process, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_TIMES_H
#define PACKWHEEL_SYS_TIMES_H

#include <features.h>
#define PACKWHEEL_NEED_clock_t 1
#include <bits/typedefs.h>

struct tms {
  clock_t tms_utime;
  clock_t tms_stime;
  clock_t tms_cutime;
  clock_t tms_cstime;
};

PACKWHEEL_BEGIN_C

clock_t times(struct tms *);

PACKWHEEL_END_C

#endif
