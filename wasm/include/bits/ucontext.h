/* The state of a processor, as a handler of signals gets it. */
#ifndef PACKWHEEL_BITS_UCONTEXT_H
#define PACKWHEEL_BITS_UCONTEXT_H

#include <features.h>
#include <bits/sigset-type.h>
#include <bits/stack.h>

#if PACKWHEEL_MACHINE_X86_64

typedef long long greg_t;
typedef greg_t gregset_t[23];
#if PACKWHEEL_USE_GNU
#define REG_TRAPNO 20
#define REG_ERR 19
#define REG_EFL 17
#define REG_R8 0
#define REG_R9 1
#define REG_R10 2
#define REG_R11 3
#define REG_R12 4
#define REG_R13 5
#define REG_R14 6
#define REG_R15 7
#define REG_RDI 8
#define REG_RSI 9
#define REG_RBP 10
#define REG_RBX 11
#define REG_RDX 12
#define REG_RAX 13
#define REG_RCX 14
#define REG_RSP 15
#define REG_RIP 16
#define REG_CSGSFS 18
#define REG_OLDMASK 21
#define REG_CR2 22
#endif
struct _libc_fpstate {
  unsigned short cwd;
  unsigned short swd;
  unsigned short ftw;
  unsigned short fop;
  unsigned long rip;
  unsigned long rdp;
  unsigned int mxcsr;
  unsigned int mxcr_mask;
  struct {
    unsigned short significand[4];
    unsigned short exponent;
    unsigned short __reserved[3];
  } _st[8];
  struct {
    unsigned int element[4];
  } _xmm[16];
  unsigned int __reserved[24];
};
typedef struct _libc_fpstate *fpregset_t;
typedef struct {
  gregset_t gregs;
  fpregset_t fpregs;
  unsigned long long __reserved[8];
} mcontext_t;
typedef struct ucontext_t {
  unsigned long uc_flags;
  struct ucontext_t *uc_link;
  stack_t uc_stack;
  mcontext_t uc_mcontext;
  sigset_t uc_sigmask;
  struct _libc_fpstate __fpregs;
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_GLIBC_AT_LEAST(28)
  unsigned long long __shadow_stack[4];
#endif
} ucontext_t;

#elif PACKWHEEL_MACHINE_I686

typedef int greg_t;
typedef greg_t gregset_t[19];
#if PACKWHEEL_USE_GNU
#define REG_TRAPNO 12
#define REG_ERR 13
#define REG_EFL 16
#define REG_GS 0
#define REG_FS 1
#define REG_ES 2
#define REG_DS 3
#define REG_EDI 4
#define REG_ESI 5
#define REG_EBP 6
#define REG_ESP 7
#define REG_EBX 8
#define REG_EDX 9
#define REG_ECX 10
#define REG_EAX 11
#define REG_EIP 14
#define REG_CS 15
#define REG_UESP 17
#define REG_SS 18
#endif
struct _libc_fpstate {
  unsigned long cw;
  unsigned long sw;
  unsigned long tag;
  unsigned long ipoff;
  unsigned long cssel;
  unsigned long dataoff;
  unsigned long datasel;
  struct {
    unsigned short significand[4];
    unsigned short exponent;
  } _st[8];
  unsigned long status;
};
typedef struct _libc_fpstate *fpregset_t;
typedef struct {
  gregset_t gregs;
  fpregset_t fpregs;
  unsigned long oldmask;
  unsigned long cr2;
} mcontext_t;
typedef struct ucontext_t {
  unsigned long uc_flags;
  struct ucontext_t *uc_link;
  stack_t uc_stack;
  mcontext_t uc_mcontext;
  sigset_t uc_sigmask;
  struct _libc_fpstate __fpregs;
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_GLIBC_AT_LEAST(28)
  unsigned long __shadow_stack[4];
#endif
} ucontext_t;

#elif PACKWHEEL_MACHINE_AARCH64

typedef struct {
  unsigned long fault_address;
  unsigned long regs[31];
  unsigned long sp;
  unsigned long pc;
  unsigned long pstate;
  unsigned char __reserved[4096] __attribute__((__aligned__(16)));
} mcontext_t;
typedef struct ucontext_t {
  unsigned long uc_flags;
  struct ucontext_t *uc_link;
  stack_t uc_stack;
  sigset_t uc_sigmask;
  mcontext_t uc_mcontext;
} ucontext_t;

#elif PACKWHEEL_MACHINE_ARMV7L

typedef struct {
  unsigned long trap_no;
  unsigned long error_code;
  unsigned long oldmask;
  unsigned long arm_r0;
  unsigned long arm_r1;
  unsigned long arm_r2;
  unsigned long arm_r3;
  unsigned long arm_r4;
  unsigned long arm_r5;
  unsigned long arm_r6;
  unsigned long arm_r7;
  unsigned long arm_r8;
  unsigned long arm_r9;
  unsigned long arm_r10;
  unsigned long arm_fp;
  unsigned long arm_ip;
  unsigned long arm_sp;
  unsigned long arm_lr;
  unsigned long arm_pc;
  unsigned long arm_cpsr;
  unsigned long fault_address;
} mcontext_t;
typedef struct ucontext_t {
  unsigned long uc_flags;
  struct ucontext_t *uc_link;
  stack_t uc_stack;
  mcontext_t uc_mcontext;
  sigset_t uc_sigmask;
  unsigned long uc_regspace[128] __attribute__((__aligned__(8)));
} ucontext_t;

#elif PACKWHEEL_MACHINE_PPC64LE

struct pt_regs;
typedef unsigned long gregset_t[48];
typedef double fpregset_t[33];
typedef struct {
  unsigned int vrregs[32][4];
  unsigned int __vscr[4];
  unsigned int vrsave;
  unsigned int __reserved[3];
} __attribute__((__aligned__(16))) vrregset_t;
typedef struct {
  unsigned long __reserved_1[4];
  int signal;
  int __reserved_2;
  unsigned long handler;
  unsigned long oldmask;
  struct pt_regs *regs;
  gregset_t gp_regs;
  fpregset_t fp_regs;
  vrregset_t *v_regs;
#if PACKWHEEL_LIBC_MUSL
  long vmx_reserve[101];
#else
  long vmx_reserve[69];
#endif
} mcontext_t;
typedef struct ucontext_t {
  unsigned long uc_flags;
  struct ucontext_t *uc_link;
  stack_t uc_stack;
  sigset_t uc_sigmask;
  mcontext_t uc_mcontext;
} ucontext_t;

#elif PACKWHEEL_MACHINE_S390X

typedef struct {
  unsigned long mask;
  unsigned long addr;
} __attribute__((__aligned__(8))) __psw_t;
typedef struct {
  unsigned int fpc;
  union {
    double d;
    float f;
  } fprs[16];
} fpregset_t;
typedef struct {
  __psw_t psw;
  unsigned long gregs[16];
  unsigned int aregs[16];
  fpregset_t fpregs;
} mcontext_t;
typedef struct ucontext_t {
  unsigned long uc_flags;
  struct ucontext_t *uc_link;
  stack_t uc_stack;
  mcontext_t uc_mcontext;
  sigset_t uc_sigmask;
} ucontext_t;

#elif PACKWHEEL_MACHINE_RISCV64

typedef struct {
  unsigned long __gregs[32];
  unsigned long long __fpregs[66] __attribute__((__aligned__(16)));
} mcontext_t;
#if PACKWHEEL_USE_GNU
#define REG_PC 0
#define REG_RA 1
#define REG_SP 2
#define REG_TP 4
#define REG_S0 8
#define REG_A0 10
#endif
typedef struct ucontext_t {
#if PACKWHEEL_LIBC_MUSL
  unsigned long uc_flags;
#else
  unsigned long __uc_flags;
#endif
  struct ucontext_t *uc_link;
  stack_t uc_stack;
  sigset_t uc_sigmask;
  mcontext_t uc_mcontext;
} ucontext_t;

#endif

#endif
