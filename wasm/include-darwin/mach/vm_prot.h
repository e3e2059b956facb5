/*
 * What may be done with memory.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_VM_PROT_H
#define PACKWHEEL_MACH_VM_PROT_H

#include <bits/darwin.h>

typedef int vm_prot_t;

#define VM_PROT_NONE 0
#define VM_PROT_READ 1
#define VM_PROT_WRITE 2
#define VM_PROT_EXECUTE 4
#define VM_PROT_DEFAULT 3
#define VM_PROT_ALL 7
#define VM_PROT_NO_CHANGE 16777216
#define VM_PROT_COPY 16

#endif
