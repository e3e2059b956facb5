/*
 * How large pages are.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_VM_PARAM_H
#define PACKWHEEL_MACH_VM_PARAM_H

#include <bits/darwin.h>
#include <mach/vm_page_size.h>

#define PAGE_SIZE vm_page_size
#define PAGE_MASK vm_page_mask
#define PAGE_SHIFT vm_page_shift

#endif
