/*
 * Reading the clocks of Mach.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_CLOCK_H
#define PACKWHEEL_MACH_CLOCK_H

#include <bits/darwin.h>
#include <mach/clock_types.h>
#include <mach/mach_types.h>

PACKWHEEL_BEGIN_C
kern_return_t clock_get_time(clock_serv_t, mach_timespec_t *);
PACKWHEEL_END_C

#endif
