/*
 * Ports: what a process reaches the kernel and others by.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_PORT_H
#define PACKWHEEL_MACH_PORT_H

#include <bits/darwin.h>
#include <mach/boolean.h>
#include <mach/machine/vm_types.h>

#define PACKWHEEL_NEED_mach_port_t
#include <bits/typedefs.h>

typedef natural_t mach_port_name_t;
typedef mach_port_name_t *mach_port_name_array_t;
typedef natural_t mach_port_right_t;
typedef natural_t mach_port_urefs_t;
typedef integer_t mach_port_delta_t;
typedef mach_port_t *mach_port_array_t;

#define MACH_PORT_NULL 0
#define MACH_PORT_DEAD 4294967295
#define MACH_PORT_RIGHT_SEND 0
#define MACH_PORT_RIGHT_RECEIVE 1
#define MACH_PORT_RIGHT_SEND_ONCE 2
#define MACH_PORT_RIGHT_PORT_SET 3
#define MACH_PORT_RIGHT_DEAD_NAME 4
#define MACH_PORT_VALID(name) ((name) != MACH_PORT_NULL && (name) != MACH_PORT_DEAD)

#endif
