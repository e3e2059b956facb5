/*
 * Ways of scheduling.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_POLICY_H
#define PACKWHEEL_MACH_POLICY_H

#include <bits/darwin.h>
#include <mach/machine/vm_types.h>
#include <mach/boolean.h>

typedef int policy_t;
typedef integer_t *policy_info_t;
typedef integer_t *policy_base_t;
typedef integer_t *policy_limit_t;

#define POLICY_NULL 0
#define POLICY_TIMESHARE 1
#define POLICY_RR 2
#define POLICY_FIFO 4

#endif
