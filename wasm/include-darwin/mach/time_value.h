/*
 * Time, as Mach counts it.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_TIME_VALUE_H
#define PACKWHEEL_MACH_TIME_VALUE_H

#include <bits/darwin.h>
#include <mach/machine/vm_types.h>

struct time_value {
  integer_t seconds;
  integer_t microseconds;
};

typedef struct time_value time_value_t;

#endif
