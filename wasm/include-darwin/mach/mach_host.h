/*
 * The machine.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_MACH_HOST_H
#define PACKWHEEL_MACH_MACH_HOST_H

#include <bits/darwin.h>
#include <mach/host_info.h>
#include <mach/processor_info.h>
#include <mach/clock_types.h>
#include <mach/mach_types.h>

PACKWHEEL_BEGIN_C
kern_return_t host_info(host_t, host_flavor_t, host_info_t, mach_msg_type_number_t *);
kern_return_t host_processor_info(host_t, processor_flavor_t, natural_t *, processor_info_array_t *,
    mach_msg_type_number_t *);
kern_return_t host_statistics(host_t, host_flavor_t, host_info_t, mach_msg_type_number_t *);
kern_return_t host_statistics64(host_t, host_flavor_t, host_info64_t, mach_msg_type_number_t *);
kern_return_t host_get_clock_service(host_t, clock_id_t, clock_serv_t *);
PACKWHEEL_END_C

#endif
