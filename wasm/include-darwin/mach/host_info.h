/*
 * What there is to know of the machine.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_HOST_INFO_H
#define PACKWHEEL_MACH_HOST_INFO_H

#include <bits/darwin.h>
#include <mach/machine.h>
#include <mach/mach_types.h>
#include <mach/vm_statistics.h>

typedef integer_t *host_info_t;
typedef integer_t *host_info64_t;
typedef integer_t host_flavor_t;

#define HOST_INFO_MAX 1024
#define HOST_BASIC_INFO 1
#define HOST_LOAD_INFO 1
#define HOST_VM_INFO 2
#define HOST_CPU_LOAD_INFO 3
#define HOST_VM_INFO64 4

#pragma pack(push, 4)
struct host_basic_info {
  integer_t max_cpus;
  integer_t avail_cpus;
  natural_t memory_size;
  cpu_type_t cpu_type;
  cpu_subtype_t cpu_subtype;
  cpu_threadtype_t cpu_threadtype;
  integer_t physical_cpu;
  integer_t physical_cpu_max;
  integer_t logical_cpu;
  integer_t logical_cpu_max;
  __uint64_t max_mem;
};
typedef struct host_basic_info host_basic_info_data_t;
typedef struct host_basic_info *host_basic_info_t;
struct host_load_info {
  integer_t avenrun[3];
  integer_t mach_factor[3];
};
typedef struct host_load_info host_load_info_data_t;
typedef struct host_load_info *host_load_info_t;
struct host_cpu_load_info {
  natural_t cpu_ticks[4];
};
typedef struct host_cpu_load_info host_cpu_load_info_data_t;
typedef struct host_cpu_load_info *host_cpu_load_info_t;
#pragma pack(pop)

#define HOST_BASIC_INFO_COUNT 12
#define HOST_LOAD_INFO_COUNT 6
#define HOST_VM_INFO_COUNT 15
#define HOST_CPU_LOAD_INFO_COUNT 4
#define HOST_VM_INFO64_COUNT 38

#endif
