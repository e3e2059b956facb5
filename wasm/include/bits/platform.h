/*
 * The platform as the headers see it: one macro a decision, so that no other header asks the compiler or the driver.
 *
 * The driver gives `__PACKWHEEL_EMSCRIPTEN__`, or `__PACKWHEEL_GLIBC__` with `__PACKWHEEL_GLIBC_MINOR__` (the oldest glibc 2.x that the result runs with), or
 * `__PACKWHEEL_MUSL__` with, where it matters, `__PACKWHEEL_MUSL_MINOR__` (the oldest musl 1.x).
 */
#ifndef PACKWHEEL_BITS_PLATFORM_H
#define PACKWHEEL_BITS_PLATFORM_H

/* Emscripten's C library is musl with calls of the host below it, and with layouts and numbers of its own. */
#if defined(__linux__)
#define PACKWHEEL_SYSTEM_LINUX 1
#define PACKWHEEL_EMSCRIPTEN 0
#elif defined(__EMSCRIPTEN__)
#define PACKWHEEL_SYSTEM_LINUX 0
#define PACKWHEEL_EMSCRIPTEN 1
#else
#error "packwheel has no such C headers for this system: packwheel targets lists what there is"
#endif

/* Machine: exactly one is 1. */
#define PACKWHEEL_MACHINE_X86_64 0
#define PACKWHEEL_MACHINE_AARCH64 0
#define PACKWHEEL_MACHINE_I686 0
#define PACKWHEEL_MACHINE_ARMV7L 0
#define PACKWHEEL_MACHINE_PPC64LE 0
#define PACKWHEEL_MACHINE_S390X 0
#define PACKWHEEL_MACHINE_RISCV64 0
#define PACKWHEEL_MACHINE_WASM32 0
#if defined(__x86_64__) && defined(__LP64__)
#undef PACKWHEEL_MACHINE_X86_64
#define PACKWHEEL_MACHINE_X86_64 1
#elif defined(__aarch64__) && defined(__LP64__) && !defined(__AARCH64EB__)
#undef PACKWHEEL_MACHINE_AARCH64
#define PACKWHEEL_MACHINE_AARCH64 1
#elif defined(__i386__)
#undef PACKWHEEL_MACHINE_I686
#define PACKWHEEL_MACHINE_I686 1
#elif defined(__arm__) && defined(__ARM_EABI__) && !defined(__ARMEB__)
#undef PACKWHEEL_MACHINE_ARMV7L
#define PACKWHEEL_MACHINE_ARMV7L 1
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
#undef PACKWHEEL_MACHINE_PPC64LE
#define PACKWHEEL_MACHINE_PPC64LE 1
#elif defined(__s390x__)
#undef PACKWHEEL_MACHINE_S390X
#define PACKWHEEL_MACHINE_S390X 1
#elif defined(__riscv) && __riscv_xlen == 64
#undef PACKWHEEL_MACHINE_RISCV64
#define PACKWHEEL_MACHINE_RISCV64 1
#elif defined(__wasm32__)
#undef PACKWHEEL_MACHINE_WASM32
#define PACKWHEEL_MACHINE_WASM32 1
#else
#error "packwheel has no C headers for this processor: packwheel targets lists what there is"
#endif
#define PACKWHEEL_MACHINE_X86 (PACKWHEEL_MACHINE_X86_64 || PACKWHEEL_MACHINE_I686)
/* The kernel's newer ports share their constants and layouts ("asm-generic") where the older ones have their own. */
#define PACKWHEEL_GENERIC_PORT (PACKWHEEL_MACHINE_AARCH64 || PACKWHEEL_MACHINE_RISCV64)

#if defined(__LP64__)
#define PACKWHEEL_WORD_BITS 64
#else
#define PACKWHEEL_WORD_BITS 32
#endif

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define PACKWHEEL_BIG_ENDIAN 1
#else
#define PACKWHEEL_BIG_ENDIAN 0
#endif

/* C library: exactly one is 1. */
#if defined(__PACKWHEEL_GLIBC__)
#define PACKWHEEL_LIBC_GLIBC 1
#define PACKWHEEL_LIBC_MUSL 0
#elif defined(__PACKWHEEL_MUSL__) || defined(__PACKWHEEL_EMSCRIPTEN__)
#define PACKWHEEL_LIBC_GLIBC 0
#define PACKWHEEL_LIBC_MUSL 1
#else
#error "the C library is not named: the driver defines __PACKWHEEL_GLIBC__ or __PACKWHEEL_MUSL__"
#endif

/*
 * Floors. `PACKWHEEL_GLIBC_AT_LEAST(25)`: the result may count on glibc 2.25; true on musl, so that a guard reads "not on an
 * older glibc". `PACKWHEEL_MUSL_AT_LEAST` is its twin.
 */
#if PACKWHEEL_LIBC_GLIBC
#ifndef __PACKWHEEL_GLIBC_MINOR__
#if PACKWHEEL_MACHINE_RISCV64
#define __PACKWHEEL_GLIBC_MINOR__ 31
#else
#define __PACKWHEEL_GLIBC_MINOR__ 17
#endif
#endif
#define __GLIBC__ 2
#define __GLIBC_MINOR__ __PACKWHEEL_GLIBC_MINOR__
#define __GLIBC_PREREQ(major, minor) ((__GLIBC__ << 16) + __GLIBC_MINOR__ >= ((major) << 16) + (minor))
#define __GNU_LIBRARY__ 6
#define PACKWHEEL_GLIBC_AT_LEAST(minor) (__PACKWHEEL_GLIBC_MINOR__ >= (minor))
#define PACKWHEEL_MUSL_AT_LEAST(minor) 1
#else
#ifndef __PACKWHEEL_MUSL_MINOR__
#define __PACKWHEEL_MUSL_MINOR__ 2
#endif
#define PACKWHEEL_GLIBC_AT_LEAST(minor) 1
#define PACKWHEEL_MUSL_AT_LEAST(minor) (__PACKWHEEL_MUSL_MINOR__ >= (minor))
#endif

/*
 * Width of `off_t`. A 32-bit glibc has two sets of file functions, and `_FILE_OFFSET_BITS` chooses;
 * `PACKWHEEL_OFFSET_REDIRECTED` is 1 where plain names must reach the 64-bit set.
 */
#if PACKWHEEL_WORD_BITS == 64 || PACKWHEEL_LIBC_MUSL
#define PACKWHEEL_OFFSET_BITS 64
#define PACKWHEEL_OFFSET_REDIRECTED 0
#elif defined(_FILE_OFFSET_BITS) && _FILE_OFFSET_BITS == 64
#define PACKWHEEL_OFFSET_BITS 64
#define PACKWHEEL_OFFSET_REDIRECTED 1
#else
#define PACKWHEEL_OFFSET_BITS 32
#define PACKWHEEL_OFFSET_REDIRECTED 0
#endif

/*
 * Width of `time_t`. On 32-bit machines musl 1.2 made it 64 bits wide under new symbol names: `PACKWHEEL_TIME_REDIRECTED` is 1
 * where plain names must reach these. glibc offers the same since 2.34 by `_TIME_BITS`, which the headers do not describe.
 */
#if PACKWHEEL_WORD_BITS == 64
#define PACKWHEEL_TIME_BITS 64
#define PACKWHEEL_TIME_REDIRECTED 0
#elif PACKWHEEL_EMSCRIPTEN
#define PACKWHEEL_TIME_BITS 64
#define PACKWHEEL_TIME_REDIRECTED 0
#elif PACKWHEEL_LIBC_MUSL && PACKWHEEL_MUSL_AT_LEAST(2)
#define PACKWHEEL_TIME_BITS 64
#define PACKWHEEL_TIME_REDIRECTED 1
#elif defined(_TIME_BITS) && _TIME_BITS == 64
#error "packwheel's headers know a time_t of 32 bits alone on this platform: leave out _TIME_BITS=64"
#else
#define PACKWHEEL_TIME_BITS 32
#define PACKWHEEL_TIME_REDIRECTED 0
#endif

/* Significant bits of `long double`: 53 (a double), 64 (x87), 106 (two doubles), 113 (IEEE quadruple). */
#define PACKWHEEL_LONG_DOUBLE_BITS __LDBL_MANT_DIG__
#if PACKWHEEL_MACHINE_PPC64LE && PACKWHEEL_LIBC_GLIBC && PACKWHEEL_LONG_DOUBLE_BITS != 106
#error "glibc for ppc64le before 2.32 knows long double as two doubles alone: leave out -mabi=ieeelongdouble"
#endif

#endif
