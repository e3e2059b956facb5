/*
 * Memory, as Mach counts it.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_VM_TYPES_H
#define PACKWHEEL_MACH_VM_TYPES_H

#include <bits/darwin.h>
#include <mach/port.h>
#include <mach/machine/vm_types.h>

typedef vm_offset_t vm_address_t;
typedef mach_port_t vm_map_t;
typedef vm_offset_t pointer_t;

#endif
