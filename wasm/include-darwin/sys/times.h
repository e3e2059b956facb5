/*
 * Time that a process took.
 * Spec: POSIX.1-2017 <sys/times.h>.
 */
#ifndef PACKWHEEL_SYS_TIMES_H
#define PACKWHEEL_SYS_TIMES_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_clock_t
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

struct tms {
  clock_t tms_utime;
  clock_t tms_stime;
  clock_t tms_cutime;
  clock_t tms_cstime;
};

clock_t times(struct tms *);

PACKWHEEL_END_C

#endif
