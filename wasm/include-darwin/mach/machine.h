/*
 * Kinds of processors.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_MACHINE_H
#define PACKWHEEL_MACH_MACHINE_H

#include <bits/darwin.h>
#include <mach/machine/vm_types.h>
#include <mach/boolean.h>

typedef integer_t cpu_type_t;
typedef integer_t cpu_subtype_t;
typedef integer_t cpu_threadtype_t;

#define CPU_ARCH_MASK 4278190080
#define CPU_ARCH_ABI64 16777216
#define CPU_ARCH_ABI64_32 33554432
#define CPU_TYPE_ANY -1
#define CPU_TYPE_X86 7
#define CPU_TYPE_I386 7
#define CPU_TYPE_X86_64 16777223
#define CPU_TYPE_ARM 12
#define CPU_TYPE_ARM64 16777228
#define CPU_TYPE_ARM64_32 33554444
#define CPU_TYPE_POWERPC 18
#define CPU_TYPE_POWERPC64 16777234
#define CPU_SUBTYPE_MASK 4278190080
#define CPU_SUBTYPE_LIB64 2147483648
#define CPU_SUBTYPE_MULTIPLE -1
#define CPU_SUBTYPE_X86_ALL 3
#define CPU_SUBTYPE_X86_64_ALL 3
#define CPU_SUBTYPE_X86_64_H 8
#define CPU_SUBTYPE_ARM_ALL 0
#define CPU_SUBTYPE_ARM64_ALL 0
#define CPU_SUBTYPE_ARM64_V8 1
#define CPU_SUBTYPE_ARM64E 2

#define CPU_STATE_MAX 4
#define CPU_STATE_USER 0
#define CPU_STATE_SYSTEM 1
#define CPU_STATE_IDLE 2
#define CPU_STATE_NICE 3

#endif
