/*
 * What there is to know of a thread.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_THREAD_INFO_H
#define PACKWHEEL_MACH_THREAD_INFO_H

#include <bits/darwin.h>
#include <mach/boolean.h>
#include <mach/policy.h>
#include <mach/time_value.h>
#include <mach/machine/vm_types.h>

typedef natural_t thread_flavor_t;
typedef integer_t *thread_info_t;

#define THREAD_INFO_MAX 32
#define THREAD_BASIC_INFO 3
#define THREAD_IDENTIFIER_INFO 4
#define TH_USAGE_SCALE 1000
#define TH_STATE_RUNNING 1
#define TH_STATE_STOPPED 2
#define TH_STATE_WAITING 3
#define TH_STATE_UNINTERRUPTIBLE 4
#define TH_STATE_HALTED 5
#define TH_FLAGS_SWAPPED 1
#define TH_FLAGS_IDLE 2

struct thread_basic_info {
  time_value_t user_time;
  time_value_t system_time;
  integer_t cpu_usage;
  policy_t policy;
  integer_t run_state;
  integer_t flags;
  integer_t suspend_count;
  integer_t sleep_time;
};
typedef struct thread_basic_info thread_basic_info_data_t;
typedef struct thread_basic_info *thread_basic_info_t;
struct thread_identifier_info {
  __uint64_t thread_id;
  __uint64_t thread_handle;
  __uint64_t dispatch_qaddr;
};
typedef struct thread_identifier_info thread_identifier_info_data_t;
typedef struct thread_identifier_info *thread_identifier_info_t;

#define THREAD_BASIC_INFO_COUNT 10
#define THREAD_IDENTIFIER_INFO_COUNT 6

#endif
