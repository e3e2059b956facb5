/* <asm/types.h>: integers as the kernel names them. */
#ifndef PACKWHEEL_ASM_TYPES_H
#define PACKWHEEL_ASM_TYPES_H

#include <features.h>

#if PACKWHEEL_MACHINE_PPC64LE && !defined(__SANE_USERSPACE_TYPES__)
#define PACKWHEEL_KERNEL_64 long
#else
#define PACKWHEEL_KERNEL_64 long long
#endif
typedef signed char __s8;
typedef unsigned char __u8;
typedef short __s16;
typedef unsigned short __u16;
typedef int __s32;
typedef unsigned int __u32;
__extension__ typedef signed PACKWHEEL_KERNEL_64 __s64;
__extension__ typedef unsigned PACKWHEEL_KERNEL_64 __u64;

#endif
