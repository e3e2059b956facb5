/*
 * The floating-point environment: exceptions and rounding.
 * Spec: ISO C17 7.6. Each processor's constants are its own control register's bits.
 */
#ifndef PACKWHEEL_FENV_H
#define PACKWHEEL_FENV_H

#include <features.h>

PACKWHEEL_BEGIN_C

#if PACKWHEEL_EMSCRIPTEN

/* WebAssembly rounds to nearest alone, and keeps no flags: `fesetround` refuses everything else. */
#define FE_ALL_EXCEPT 0
#define FE_TONEAREST 0
#define FE_DOWNWARD 0x400
#define FE_UPWARD 0x800
#define FE_TOWARDZERO 0xc00
typedef unsigned short fexcept_t;
typedef struct {
  unsigned int __reserved[8];
} fenv_t;

#elif PACKWHEEL_MACHINE_X86

#define FE_INVALID 0x01
#define __FE_DENORM 0x02
#define FE_DIVBYZERO 0x04
#define FE_OVERFLOW 0x08
#define FE_UNDERFLOW 0x10
#define FE_INEXACT 0x20
#if PACKWHEEL_LIBC_MUSL
#define FE_ALL_EXCEPT 0x3f
#else
#define FE_ALL_EXCEPT 0x3d
#endif
#define FE_TONEAREST 0
#define FE_DOWNWARD 0x400
#define FE_UPWARD 0x800
#define FE_TOWARDZERO 0xc00
typedef unsigned short fexcept_t;
/* What the x87 instruction `fnstenv` stores, on x86-64 with the SSE control word after it. */
typedef struct {
  unsigned short __control_word;
  unsigned short __unused1;
  unsigned short __status_word;
  unsigned short __unused2;
  unsigned short __tags;
  unsigned short __unused3;
  unsigned int __eip;
  unsigned short __cs_selector;
  unsigned int __opcode : 11;
  unsigned int __unused4 : 5;
  unsigned int __data_offset;
  unsigned short __data_selector;
  unsigned short __unused5;
#if PACKWHEEL_MACHINE_X86_64
  unsigned int __mxcsr;
#endif
} fenv_t;

#elif PACKWHEEL_MACHINE_AARCH64

#define FE_INVALID 1
#define FE_DIVBYZERO 2
#define FE_OVERFLOW 4
#define FE_UNDERFLOW 8
#define FE_INEXACT 16
#define FE_ALL_EXCEPT 31
#define FE_TONEAREST 0
#define FE_UPWARD 0x400000
#define FE_DOWNWARD 0x800000
#define FE_TOWARDZERO 0xc00000
typedef unsigned int fexcept_t;
typedef struct {
  unsigned int __fpcr;
  unsigned int __fpsr;
} fenv_t;

#elif PACKWHEEL_MACHINE_ARMV7L

#define FE_INVALID 1
#define FE_DIVBYZERO 2
#define FE_OVERFLOW 4
#define FE_UNDERFLOW 8
#define FE_INEXACT 16
#define FE_ALL_EXCEPT 31
#define FE_TONEAREST 0
#define FE_UPWARD 0x400000
#define FE_DOWNWARD 0x800000
#define FE_TOWARDZERO 0xc00000
#if PACKWHEEL_LIBC_MUSL
typedef unsigned long fexcept_t;
typedef struct {
  unsigned long __cw;
} fenv_t;
#else
typedef unsigned int fexcept_t;
typedef struct {
  unsigned int __cw;
} fenv_t;
#endif

#elif PACKWHEEL_MACHINE_PPC64LE

#define FE_INEXACT 0x2000000
#define FE_DIVBYZERO 0x4000000
#define FE_UNDERFLOW 0x8000000
#define FE_OVERFLOW 0x10000000
#define FE_INVALID 0x20000000
#define FE_ALL_EXCEPT 0x3e000000
#define FE_TONEAREST 0
#define FE_TOWARDZERO 1
#define FE_UPWARD 2
#define FE_DOWNWARD 3
typedef unsigned int fexcept_t;
/* The control register as it is loaded and stored, as a floating-point number. */
typedef double fenv_t;

#elif PACKWHEEL_MACHINE_S390X

/* musl counts the flags where the register has them, glibc where the data exception code has them. */
#if PACKWHEEL_LIBC_MUSL
#define FE_INEXACT 0x80000
#define FE_UNDERFLOW 0x100000
#define FE_OVERFLOW 0x200000
#define FE_DIVBYZERO 0x400000
#define FE_INVALID 0x800000
#define FE_ALL_EXCEPT 0xf80000
#else
#define FE_INEXACT 0x08
#define FE_UNDERFLOW 0x10
#define FE_OVERFLOW 0x20
#define FE_DIVBYZERO 0x40
#define FE_INVALID 0x80
#define FE_ALL_EXCEPT 0xf8
#endif
#define FE_TONEAREST 0
#define FE_TOWARDZERO 1
#define FE_UPWARD 2
#define FE_DOWNWARD 3
typedef unsigned int fexcept_t;
#if PACKWHEEL_LIBC_MUSL
typedef unsigned int fenv_t;
#else
typedef struct {
  unsigned int __fpc;
  void *__unused;
} fenv_t;
#endif

#elif PACKWHEEL_MACHINE_RISCV64

#define FE_INEXACT 1
#define FE_UNDERFLOW 2
#define FE_OVERFLOW 4
#define FE_DIVBYZERO 8
#define FE_INVALID 16
#define FE_ALL_EXCEPT 31
#define FE_TONEAREST 0
#define FE_TOWARDZERO 1
#define FE_DOWNWARD 2
#define FE_UPWARD 3
typedef unsigned int fexcept_t;
typedef unsigned int fenv_t;

#endif

#if PACKWHEEL_MACHINE_PPC64LE && PACKWHEEL_LIBC_GLIBC
extern const fenv_t __fe_dfl_env;
#define FE_DFL_ENV (&__fe_dfl_env)
#else
#define FE_DFL_ENV ((const fenv_t *)-1)
#endif

int feclearexcept(int) PACKWHEEL_NOTHROW;
int fegetexceptflag(fexcept_t *, int) PACKWHEEL_NOTHROW;
int feraiseexcept(int) PACKWHEEL_NOTHROW;
int fesetexceptflag(const fexcept_t *, int) PACKWHEEL_NOTHROW;
int fetestexcept(int) PACKWHEEL_NOTHROW;
int fegetround(void) PACKWHEEL_NOTHROW;
int fesetround(int) PACKWHEEL_NOTHROW;
int fegetenv(fenv_t *) PACKWHEEL_NOTHROW;
int feholdexcept(fenv_t *) PACKWHEEL_NOTHROW;
int fesetenv(const fenv_t *) PACKWHEEL_NOTHROW;
int feupdateenv(const fenv_t *) PACKWHEEL_NOTHROW;

#if PACKWHEEL_USE_GNU && PACKWHEEL_LIBC_GLIBC
int feenableexcept(int) PACKWHEEL_NOTHROW;
int fedisableexcept(int) PACKWHEEL_NOTHROW;
int fegetexcept(void) PACKWHEEL_NOTHROW;
#endif

PACKWHEEL_END_C

#endif
