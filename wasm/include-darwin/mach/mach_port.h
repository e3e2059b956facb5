/*
 * Rights to ports.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_MACH_PORT_H
#define PACKWHEEL_MACH_MACH_PORT_H

#include <bits/darwin.h>
#include <mach/mach_types.h>

PACKWHEEL_BEGIN_C
kern_return_t mach_port_allocate(ipc_space_t, mach_port_right_t, mach_port_name_t *);
kern_return_t mach_port_deallocate(ipc_space_t, mach_port_name_t);
kern_return_t mach_port_destroy(ipc_space_t, mach_port_name_t);
kern_return_t mach_port_mod_refs(ipc_space_t, mach_port_name_t, mach_port_right_t, mach_port_delta_t);
PACKWHEEL_END_C

#endif
