/*
 * How large pages are.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_VM_PAGE_SIZE_H
#define PACKWHEEL_MACH_VM_PAGE_SIZE_H

#include <bits/darwin.h>
#include <mach/mach_types.h>

PACKWHEEL_BEGIN_C
extern vm_size_t vm_page_size;
extern vm_size_t vm_page_mask;
extern int vm_page_shift;
extern vm_size_t vm_kernel_page_size;
extern vm_size_t vm_kernel_page_mask;
extern int vm_kernel_page_shift;
PACKWHEEL_END_C

#define trunc_page(address) ((address) & ~vm_page_mask)
#define round_page(address) trunc_page((address) + vm_page_mask)

#endif
