/* Makes code that was written as data ready to run: `__builtin___clear_cache`. */
#include "rt.h"

typedef __UINTPTR_TYPE__ address;

#ifdef __APPLE__
#pragma GCC visibility push(default)
void sys_icache_invalidate(void *begin, __SIZE_TYPE__ length);
#pragma GCC visibility pop
#endif

void clear_cache(void *begin, void *end) RT_NAMED("__clear_cache");

void clear_cache(void *begin, void *end)
{
#if defined(__APPLE__)
    sys_icache_invalidate(begin, (__SIZE_TYPE__)((address)end - (address)begin));
#elif defined(__aarch64__)
    u64 types;

    __asm__("mrs %0, ctr_el0" : "=r"(types));
    address data_line = (address)4 << (types >> 16 & 15), code_line = (address)4 << (types & 15);
    for (address at = (address)begin & -data_line; at < (address)end; at += data_line)
        __asm__ volatile("dc cvau, %0" : : "r"(at) : "memory");
    __asm__ volatile("dsb ish" : : : "memory");
    for (address at = (address)begin & -code_line; at < (address)end; at += code_line)
        __asm__ volatile("ic ivau, %0" : : "r"(at) : "memory");
    __asm__ volatile("dsb ish\n\tisb" : : : "memory");
#elif defined(__arm__)
    /* cacheflush(begin, end, 0). The number of the call travels in r7, which may be the frame pointer. */
    register void *first __asm__("r0") = begin;
    register void *last __asm__("r1") = end;
    register int flags __asm__("r2") = 0;

    __asm__ volatile("push {r7}\n\tmovw r7, #2\n\tmovt r7, #15\n\tsvc #0\n\tpop {r7}"
                     : "+r"(first)
                     : "r"(last), "r"(flags)
                     : "memory");
#elif defined(__powerpc64__)
    address line = 32; /* of no machine is it smaller */

    for (address at = (address)begin & -line; at < (address)end; at += line)
        __asm__ volatile("dcbst 0, %0" : : "r"(at) : "memory");
    __asm__ volatile("sync" : : : "memory");
    for (address at = (address)begin & -line; at < (address)end; at += line)
        __asm__ volatile("icbi 0, %0" : : "r"(at) : "memory");
    __asm__ volatile("isync" : : : "memory");
#elif defined(__riscv)
    /* riscv_flush_icache(begin, end, 0): of all processors that the process may run on. */
    register void *first __asm__("a0") = begin;
    register void *last __asm__("a1") = end;
    register long flags __asm__("a2") = 0;
    register long number __asm__("a7") = 259;

    __asm__ volatile("ecall" : "+r"(first) : "r"(last), "r"(flags), "r"(number) : "memory");
#else
    /* x86 and s390x see to it themselves. */
    (void)begin, (void)end;
#endif
}
