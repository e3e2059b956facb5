/*
 * How a thread is scheduled.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_THREAD_POLICY_H
#define PACKWHEEL_MACH_THREAD_POLICY_H

#include <bits/darwin.h>
#include <mach/mach_types.h>

typedef natural_t thread_policy_flavor_t;
typedef integer_t *thread_policy_t;

#define THREAD_STANDARD_POLICY 1
#define THREAD_EXTENDED_POLICY 1
#define THREAD_TIME_CONSTRAINT_POLICY 2
#define THREAD_PRECEDENCE_POLICY 3
#define THREAD_AFFINITY_POLICY 4
#define THREAD_AFFINITY_TAG_NULL 0

struct thread_extended_policy {
  boolean_t timeshare;
};
typedef struct thread_extended_policy thread_extended_policy_data_t;
typedef struct thread_extended_policy *thread_extended_policy_t;
struct thread_time_constraint_policy {
  __uint32_t period;
  __uint32_t computation;
  __uint32_t constraint;
  boolean_t preemptible;
};
typedef struct thread_time_constraint_policy thread_time_constraint_policy_data_t;
typedef struct thread_time_constraint_policy *thread_time_constraint_policy_t;
struct thread_precedence_policy {
  integer_t importance;
};
typedef struct thread_precedence_policy thread_precedence_policy_data_t;
typedef struct thread_precedence_policy *thread_precedence_policy_t;
struct thread_affinity_policy {
  integer_t affinity_tag;
};
typedef struct thread_affinity_policy thread_affinity_policy_data_t;
typedef struct thread_affinity_policy *thread_affinity_policy_t;

#define THREAD_EXTENDED_POLICY_COUNT 1
#define THREAD_TIME_CONSTRAINT_POLICY_COUNT 4
#define THREAD_PRECEDENCE_POLICY_COUNT 1
#define THREAD_AFFINITY_POLICY_COUNT 1

#endif
