/*
 * Microsoft's intrinsics. Most are known to the compiler; clang's header of this name includes this one, and adds those of
 * the processors.
 */
#ifndef _INTRIN_H_WINDOWS
#define _INTRIN_H_WINDOWS

#include <bits/interlocked.h>
#include <stdlib.h>

#if defined(__x86_64__) || defined(__i386__)
#include <x86intrin.h>
#endif

__PACKWHEEL_BEGIN

unsigned char _rotl8(unsigned char, unsigned char);
unsigned char _rotr8(unsigned char, unsigned char);
unsigned short _rotl16(unsigned short, unsigned char);
unsigned short _rotr16(unsigned short, unsigned char);

#if defined(__x86_64__)
long long __mulh(long long, long long);
unsigned long long __umulh(unsigned long long, unsigned long long);
long long _mul128(long long, long long, long long *);
unsigned long long _umul128(unsigned long long, unsigned long long, unsigned long long *);
#elif defined(__aarch64__)
static __inline__ long long __mulh(long long left, long long right)
{
    return (long long)(((__int128)left * right) >> 64);
}

static __inline__ unsigned long long __umulh(unsigned long long left, unsigned long long right)
{
    return (unsigned long long)(((unsigned __int128)left * right) >> 64);
}
#endif

#if defined(__x86_64__) || defined(__i386__)
static __inline__ void __cpuidex(int registers[4], int leaf, int subleaf)
{
    __asm__ __volatile__("cpuid"
                         : "=a"(registers[0]), "=b"(registers[1]), "=c"(registers[2]), "=d"(registers[3])
                         : "a"(leaf), "c"(subleaf));
}

static __inline__ void __cpuid(int registers[4], int leaf)
{
    __cpuidex(registers, leaf, 0);
}
#endif

__PACKWHEEL_END

#define __noop(...) ((void)0)
#define __assume(condition) __builtin_assume(condition)

#endif
