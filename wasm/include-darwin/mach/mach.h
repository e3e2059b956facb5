/*
 * The interface of Mach, as far as libraries use it.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_MACH_H
#define PACKWHEEL_MACH_MACH_H

#include <bits/darwin.h>
#include <mach/mach_types.h>
#include <mach/machine.h>
#include <mach/mach_init.h>
#include <mach/mach_error.h>
#include <mach/mach_host.h>
#include <mach/mach_port.h>
#include <mach/task.h>
#include <mach/thread_act.h>
#include <mach/vm_map.h>
#include <mach/vm_prot.h>
#include <mach/semaphore.h>
#include <mach/clock.h>
#include <mach/time_value.h>
#include <mach/vm_statistics.h>
#include <mach/vm_page_size.h>

#endif
