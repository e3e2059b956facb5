/*
 * Numbers of Mach.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_MACHINE_VM_TYPES_H
#define PACKWHEEL_MACH_MACHINE_VM_TYPES_H

#include <bits/darwin.h>
#include <stdint.h>

typedef __darwin_natural_t natural_t;
typedef int integer_t;

typedef uintptr_t vm_offset_t;
typedef uintptr_t vm_size_t;
typedef __uint64_t mach_vm_address_t;
typedef __uint64_t mach_vm_offset_t;
typedef __uint64_t mach_vm_size_t;
typedef __uint64_t vm_map_offset_t;
typedef __uint64_t vm_map_address_t;
typedef __uint64_t vm_map_size_t;

#endif
