/*
 * What every runtime helper begins with. The helpers are linked into what is built and stay hidden in it, so that each
 * library uses its own. They include nothing else: no C library is there yet.
 */
#ifndef PACKWHEEL_RT_H
#define PACKWHEEL_RT_H

#pragma GCC visibility push(hidden)

typedef unsigned char u8;
typedef unsigned short u16;
typedef int i32;
typedef unsigned int u32;
typedef long long i64;
typedef unsigned long long u64;

/* On machines of 64 bits alone. */
#ifdef __SIZEOF_INT128__
typedef __int128 i128;
typedef unsigned __int128 u128;
#endif

/* long double of 80 bits: x86. */
#if __LDBL_MANT_DIG__ == 64
#define RT_X87 1
typedef long double x87;
#endif

/* Quadruple precision of IEEE 754: long double of aarch64, riscv64 and s390x; __float128 on x86_64. */
#if __LDBL_MANT_DIG__ == 113
#define RT_FP128 1
typedef long double fp128;
#elif defined(__x86_64__) && !defined(__APPLE__)
#define RT_FP128 1
typedef __float128 fp128;
#endif

/* long double as a sum of two doubles: ppc64le with glibc. */
#if __LDBL_MANT_DIG__ == 106
#define RT_DOUBLE_DOUBLE 1
#endif

#define RT_INLINE static inline __attribute__((always_inline))

/* After a declaration: the helper's name, where compilers would not let it be written as that of a function. */
#define RT_STRING_OF(word) #word
#define RT_STRING(word) RT_STRING_OF(word)
#define RT_NAMED(name) __asm__(RT_STRING(__USER_LABEL_PREFIX__) name)

#endif
