/* What a handler of signals is told of the interrupted code: the registers, as the kernel saves them. */
#ifndef PACKWHEEL_BITS_UCONTEXT_H
#define PACKWHEEL_BITS_UCONTEXT_H

#include <bits/darwin.h>
#define __need_size_t
#include <stddef.h>
#define PACKWHEEL_NEED_sigset_t
#include <bits/typedefs.h>

typedef struct __darwin_sigaltstack {
  void *ss_sp;
  size_t ss_size;
  int ss_flags;
} stack_t;

#ifdef __x86_64__
struct __darwin_x86_exception_state64 {
  __uint16_t __trapno;
  __uint16_t __cpu;
  __uint32_t __err;
  __uint64_t __faultvaddr;
};
struct __darwin_x86_thread_state64 {
  __uint64_t __rax, __rbx, __rcx, __rdx, __rdi, __rsi, __rbp, __rsp;
  __uint64_t __r8, __r9, __r10, __r11, __r12, __r13, __r14, __r15;
  __uint64_t __rip, __rflags, __cs, __fs, __gs;
};
struct __darwin_mmst_reg {
  char __mmst_reg[10];
  char __mmst_rsrv[6];
};
struct __darwin_xmm_reg {
  char __xmm_reg[16];
};
struct __darwin_fp_control {
  unsigned short __invalid : 1, __denorm : 1, __zdiv : 1, __ovrfl : 1, __undfl : 1, __precis : 1, : 2, __pc : 2, __rc : 2,
      : 1, : 3;
};
struct __darwin_fp_status {
  unsigned short __invalid : 1, __denorm : 1, __zdiv : 1, __ovrfl : 1, __undfl : 1, __precis : 1, __stkflt : 1,
      __errsumm : 1, __c0 : 1, __c1 : 1, __c2 : 1, __tos : 3, __c3 : 1, __busy : 1;
};
struct __darwin_x86_float_state64 {
  int __fpu_reserved[2];
  struct __darwin_fp_control __fpu_fcw;
  struct __darwin_fp_status __fpu_fsw;
  __uint8_t __fpu_ftw;
  __uint8_t __fpu_rsrv1;
  __uint16_t __fpu_fop;
  __uint32_t __fpu_ip;
  __uint16_t __fpu_cs;
  __uint16_t __fpu_rsrv2;
  __uint32_t __fpu_dp;
  __uint16_t __fpu_ds;
  __uint16_t __fpu_rsrv3;
  __uint32_t __fpu_mxcsr;
  __uint32_t __fpu_mxcsrmask;
  struct __darwin_mmst_reg __fpu_stmm0, __fpu_stmm1, __fpu_stmm2, __fpu_stmm3;
  struct __darwin_mmst_reg __fpu_stmm4, __fpu_stmm5, __fpu_stmm6, __fpu_stmm7;
  struct __darwin_xmm_reg __fpu_xmm0, __fpu_xmm1, __fpu_xmm2, __fpu_xmm3, __fpu_xmm4, __fpu_xmm5, __fpu_xmm6, __fpu_xmm7;
  struct __darwin_xmm_reg __fpu_xmm8, __fpu_xmm9, __fpu_xmm10, __fpu_xmm11, __fpu_xmm12, __fpu_xmm13, __fpu_xmm14,
      __fpu_xmm15;
  char __fpu_rsrv4[96];
  int __fpu_reserved1;
};
struct __darwin_mcontext64 {
  struct __darwin_x86_exception_state64 __es;
  struct __darwin_x86_thread_state64 __ss;
  struct __darwin_x86_float_state64 __fs;
};
#else
struct __darwin_arm_exception_state64 {
  __uint64_t __far;
  __uint32_t __esr;
  __uint32_t __exception;
};
struct __darwin_arm_thread_state64 {
  __uint64_t __x[29];
  __uint64_t __fp;
  __uint64_t __lr;
  __uint64_t __sp;
  __uint64_t __pc;
  __uint32_t __cpsr;
  __uint32_t __pad;
};
struct __darwin_arm_neon_state64 {
  __uint128_t __v[32];
  __uint32_t __fpsr;
  __uint32_t __fpcr;
};
struct __darwin_mcontext64 {
  struct __darwin_arm_exception_state64 __es;
  struct __darwin_arm_thread_state64 __ss;
  struct __darwin_arm_neon_state64 __ns;
};
#endif

typedef struct __darwin_mcontext64 *mcontext_t;

typedef struct __darwin_ucontext {
  int uc_onstack;
  sigset_t uc_sigmask;
  stack_t uc_stack;
  struct __darwin_ucontext *uc_link;
  size_t uc_mcsize;
  mcontext_t uc_mcontext;
#ifdef _XOPEN_SOURCE
  struct __darwin_mcontext64 __mcontext_data;
#endif
} ucontext_t;

#endif
