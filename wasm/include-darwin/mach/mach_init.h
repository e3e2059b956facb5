/*
 * The ports that every process has.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_MACH_INIT_H
#define PACKWHEEL_MACH_MACH_INIT_H

#include <bits/darwin.h>
#include <mach/mach_types.h>
#include <mach/vm_page_size.h>

#define mach_task_self() mach_task_self_
#define current_task() mach_task_self()

PACKWHEEL_BEGIN_C
extern mach_port_t mach_task_self_;
extern mach_port_t bootstrap_port;
PACKWHEEL_END_C

PACKWHEEL_BEGIN_C
kern_return_t host_page_size(host_t, vm_size_t *);
mach_port_t mach_host_self(void);
mach_port_t mach_thread_self(void);
PACKWHEEL_END_C

#endif
