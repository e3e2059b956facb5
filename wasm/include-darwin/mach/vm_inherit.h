/*
 * What children get of memory.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_VM_INHERIT_H
#define PACKWHEEL_MACH_VM_INHERIT_H

#include <bits/darwin.h>

typedef unsigned int vm_inherit_t;

#define VM_INHERIT_SHARE 0
#define VM_INHERIT_COPY 1
#define VM_INHERIT_NONE 2
#define VM_INHERIT_DEFAULT 1

#endif
