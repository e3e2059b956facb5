/*
 * `jmp_buf`: the registers that a called function must preserve, then the signal mask. The room for registers is the same
 * in glibc and in musl.
 */
#ifndef PACKWHEEL_BITS_JMP_BUF_H
#define PACKWHEEL_BITS_JMP_BUF_H

#include <bits/sigset.h>

#if PACKWHEEL_MACHINE_X86_64
typedef long __jmp_buf[8];
#elif PACKWHEEL_MACHINE_I686
typedef int __jmp_buf[6];
#elif PACKWHEEL_MACHINE_AARCH64
typedef unsigned long long __jmp_buf[22];
#elif PACKWHEEL_MACHINE_ARMV7L
typedef long long __jmp_buf[32];
#elif PACKWHEEL_MACHINE_PPC64LE
/* Vector registers are stored in it, hence the alignment. */
typedef long __attribute__((__aligned__(16))) __jmp_buf[64];
#elif PACKWHEEL_MACHINE_S390X
typedef unsigned long __jmp_buf[18];
#elif PACKWHEEL_MACHINE_RISCV64
typedef unsigned long __jmp_buf[26];
#elif PACKWHEEL_MACHINE_WASM32
typedef unsigned long __jmp_buf[6];
#endif

struct __jmp_buf_tag {
  __jmp_buf __jmpbuf;
  int __mask_was_saved;
  __sigset_t __saved_mask;
};

typedef struct __jmp_buf_tag jmp_buf[1];

#endif
