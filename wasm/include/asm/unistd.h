/* <asm/unistd.h>: numbers of the system calls. */
#ifndef PACKWHEEL_ASM_UNISTD_H
#define PACKWHEEL_ASM_UNISTD_H

#include <features.h>

#if PACKWHEEL_MACHINE_X86_64
#include <bits/syscalls-x86_64.h>
#elif PACKWHEEL_MACHINE_AARCH64
#include <bits/syscalls-aarch64.h>
#elif PACKWHEEL_MACHINE_I686
#include <bits/syscalls-i686.h>
#elif PACKWHEEL_MACHINE_ARMV7L
#include <bits/syscalls-armv7l.h>
#elif PACKWHEEL_MACHINE_PPC64LE
#include <bits/syscalls-ppc64le.h>
#elif PACKWHEEL_MACHINE_S390X
#include <bits/syscalls-s390x.h>
#elif PACKWHEEL_MACHINE_RISCV64
#include <bits/syscalls-riscv64.h>
#endif

#endif
