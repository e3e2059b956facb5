/*
 * Semaphores of Mach.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_SEMAPHORE_H
#define PACKWHEEL_MACH_SEMAPHORE_H

#include <bits/darwin.h>
#include <mach/clock_types.h>
#include <mach/mach_types.h>
#include <mach/sync_policy.h>

PACKWHEEL_BEGIN_C
kern_return_t semaphore_signal(semaphore_t);
kern_return_t semaphore_signal_all(semaphore_t);
kern_return_t semaphore_wait(semaphore_t);
kern_return_t semaphore_timedwait(semaphore_t, mach_timespec_t);
kern_return_t semaphore_timedwait_signal(semaphore_t, semaphore_t, mach_timespec_t);
kern_return_t semaphore_wait_signal(semaphore_t, semaphore_t);
kern_return_t semaphore_signal_thread(semaphore_t, thread_t);
PACKWHEEL_END_C

#endif
