/*
 * Threads.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_THREAD_ACT_H
#define PACKWHEEL_MACH_THREAD_ACT_H

#include <bits/darwin.h>
#include <mach/mach_types.h>
#include <mach/thread_info.h>
#include <mach/thread_policy.h>

PACKWHEEL_BEGIN_C
kern_return_t thread_terminate(thread_act_t);
kern_return_t thread_suspend(thread_read_t);
kern_return_t thread_resume(thread_read_t);
kern_return_t thread_info(thread_inspect_t, thread_flavor_t, thread_info_t, mach_msg_type_number_t *);
kern_return_t thread_policy_set(thread_act_t, thread_policy_flavor_t, thread_policy_t, mach_msg_type_number_t);
kern_return_t thread_policy_get(thread_inspect_t, thread_policy_flavor_t, thread_policy_t, mach_msg_type_number_t *,
    boolean_t *);
PACKWHEEL_END_C

#endif
