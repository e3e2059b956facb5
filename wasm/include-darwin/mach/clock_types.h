/*
 * Clocks of Mach.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_CLOCK_TYPES_H
#define PACKWHEEL_MACH_CLOCK_TYPES_H

#include <bits/darwin.h>
#include <mach/machine/vm_types.h>

typedef int clock_id_t;
typedef int clock_res_t;
typedef int sleep_type_t;
typedef int alarm_type_t;

struct mach_timespec {
  unsigned int tv_sec;
  clock_res_t tv_nsec;
};

typedef struct mach_timespec mach_timespec_t;

#define SYSTEM_CLOCK 0
#define CALENDAR_CLOCK 1
#define REALTIME_CLOCK 0
#define NSEC_PER_USEC 1000
#define USEC_PER_SEC 1000000
#define NSEC_PER_SEC 1000000000
#define NSEC_PER_MSEC 1000000

#endif
