/*
 * What there is to know of processors.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_PROCESSOR_INFO_H
#define PACKWHEEL_MACH_PROCESSOR_INFO_H

#include <bits/darwin.h>
#include <mach/machine.h>
#include <mach/mach_types.h>

typedef integer_t *processor_info_t;
typedef integer_t *processor_info_array_t;
typedef int processor_flavor_t;

#define PROCESSOR_BASIC_INFO 1
#define PROCESSOR_CPU_LOAD_INFO 2

struct processor_cpu_load_info {
  unsigned int cpu_ticks[4];
};
typedef struct processor_cpu_load_info processor_cpu_load_info_data_t;
typedef struct processor_cpu_load_info *processor_cpu_load_info_t;

#endif
