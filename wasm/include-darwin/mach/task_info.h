/*
 * What there is to know of a process.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_TASK_INFO_H
#define PACKWHEEL_MACH_TASK_INFO_H

#include <bits/darwin.h>
#include <mach/mach_types.h>
#include <mach/policy.h>
#include <mach/time_value.h>

typedef natural_t task_flavor_t;
typedef integer_t *task_info_t;

#define TASK_INFO_MAX 1024

#pragma pack(push, 4)
struct task_basic_info_32 {
  integer_t suspend_count;
  natural_t virtual_size;
  natural_t resident_size;
  time_value_t user_time;
  time_value_t system_time;
  policy_t policy;
};
typedef struct task_basic_info_32 task_basic_info_32_data_t;
typedef struct task_basic_info_32 *task_basic_info_32_t;
struct task_basic_info_64 {
  integer_t suspend_count;
  mach_vm_size_t virtual_size;
  mach_vm_size_t resident_size;
  time_value_t user_time;
  time_value_t system_time;
  policy_t policy;
};
typedef struct task_basic_info_64 task_basic_info_64_data_t;
typedef struct task_basic_info_64 *task_basic_info_64_t;
struct mach_task_basic_info {
  mach_vm_size_t virtual_size;
  mach_vm_size_t resident_size;
  mach_vm_size_t resident_size_max;
  time_value_t user_time;
  time_value_t system_time;
  policy_t policy;
  integer_t suspend_count;
};
typedef struct mach_task_basic_info mach_task_basic_info_data_t;
typedef struct mach_task_basic_info *mach_task_basic_info_t;
struct task_events_info {
  integer_t faults;
  integer_t pageins;
  integer_t cow_faults;
  integer_t messages_sent;
  integer_t messages_received;
  integer_t syscalls_mach;
  integer_t syscalls_unix;
  integer_t csw;
};
typedef struct task_events_info task_events_info_data_t;
typedef struct task_events_info *task_events_info_t;
struct task_thread_times_info {
  time_value_t user_time;
  time_value_t system_time;
};
typedef struct task_thread_times_info task_thread_times_info_data_t;
typedef struct task_thread_times_info *task_thread_times_info_t;
#pragma pack(pop)

#define TASK_BASIC_INFO_32 4
#ifdef __x86_64__
#define TASK_BASIC_INFO_64 5
#else
#define TASK_BASIC_INFO_64 18
#endif
#define TASK_BASIC_INFO TASK_BASIC_INFO_64
#define MACH_TASK_BASIC_INFO 20
#define TASK_EVENTS_INFO 2
#define TASK_THREAD_TIMES_INFO 3
#define TASK_BASIC_INFO_32_COUNT 8
#define TASK_BASIC_INFO_64_COUNT 10
#define TASK_BASIC_INFO_COUNT 10
#define MACH_TASK_BASIC_INFO_COUNT 12
#define TASK_EVENTS_INFO_COUNT 8
#define TASK_THREAD_TIMES_INFO_COUNT 4

#endif
