/*
 * Functions of the run-time ABI for the ARM architecture (AAELF32, RTABI32) that compilers for ARMv7-A call, which has no
 * instruction for division.
 */
#include "rt.h"

static u32 divide(u32 dividend, u32 divisor, u32 *remainder)
{
    u32 quotient = 0;

    if (divisor == 0) {
        *remainder = dividend;
        return 0;
    }
    if (dividend >= divisor) {
        for (int shift = __builtin_clz(divisor) - __builtin_clz(dividend); shift >= 0; shift--) {
            if (dividend >> shift >= divisor) {
                dividend -= divisor << shift;
                quotient |= (u32)1 << shift;
            }
        }
    }
    *remainder = dividend;
    return quotient;
}

static i32 divide_signed(i32 dividend, i32 divisor, i32 *remainder)
{
    u32 rest;
    u32 quotient =
        divide(dividend < 0 ? -(u32)dividend : (u32)dividend, divisor < 0 ? -(u32)divisor : (u32)divisor, &rest);

    *remainder = (i32)(dividend < 0 ? -rest : rest);
    return (i32)((dividend < 0) != (divisor < 0) ? -quotient : quotient);
}

u32 __aeabi_uidiv(u32 dividend, u32 divisor)
{
    u32 rest;

    return divide(dividend, divisor, &rest);
}

i32 __aeabi_idiv(i32 dividend, i32 divisor)
{
    i32 rest;

    return divide_signed(dividend, divisor, &rest);
}

u32 __udivsi3(u32 dividend, u32 divisor) { return __aeabi_uidiv(dividend, divisor); }
i32 __divsi3(i32 dividend, i32 divisor) { return __aeabi_idiv(dividend, divisor); }

u32 __umodsi3(u32 dividend, u32 divisor)
{
    u32 rest;

    divide(dividend, divisor, &rest);
    return rest;
}

i32 __modsi3(i32 dividend, i32 divisor)
{
    i32 rest;

    divide_signed(dividend, divisor, &rest);
    return rest;
}

/* Quotient in r0, remainder in r1: the two halves of a 64-bit result. */
u64 __aeabi_uidivmod(u32 dividend, u32 divisor)
{
    u32 rest;
    u32 quotient = divide(dividend, divisor, &rest);

    return (u64)rest << 32 | quotient;
}

u64 __aeabi_idivmod(i32 dividend, i32 divisor)
{
    i32 rest;
    i32 quotient = divide_signed(dividend, divisor, &rest);

    return (u64)(u32)rest << 32 | (u32)quotient;
}

/* Quotient in r0 and r1, remainder in r2 and r3, which C cannot say. */
#define DIVMOD(name, function)                                                                                         \
    __attribute__((naked)) void name(void)                                                                             \
    {                                                                                                                  \
        __asm__("push {r4, lr}\n\t"                                                                                    \
                "sub sp, sp, #16\n\t"                                                                                  \
                "add r4, sp, #8\n\t"                                                                                   \
                "str r4, [sp]\n\t" /* the third argument: where to put the remainder */                               \
                "bl " function "\n\t"                                                                                  \
                "ldr r2, [sp, #8]\n\t"                                                                                 \
                "ldr r3, [sp, #12]\n\t"                                                                                \
                "add sp, sp, #16\n\t"                                                                                  \
                "pop {r4, pc}");                                                                                       \
    }

DIVMOD(__aeabi_uldivmod, "__udivmoddi4")
DIVMOD(__aeabi_ldivmod, "__divmoddi4")

i64 __muldi3(i64, i64);
i64 __ashldi3(i64, int);
u64 __lshrdi3(u64, int);
i64 __ashrdi3(i64, int);

i64 __aeabi_lmul(i64 left, i64 right) { return __muldi3(left, right); }
i64 __aeabi_llsl(i64 value, int count) { return __ashldi3(value, count); }
u64 __aeabi_llsr(u64 value, int count) { return __lshrdi3(value, count); }
i64 __aeabi_lasr(i64 value, int count) { return __ashrdi3(value, count); }

/* Where the variables of the thread are; no register but r0 may change. */
__attribute__((naked)) void *__aeabi_read_tp(void)
{
    __asm__("mrc p15, 0, r0, c13, c0, 3\n\tbx lr");
}

/*
 * Objects name these as those who unwind their stack frames. No frame of a library in C has a handler, so that an exception
 * of a caller ends here: _URC_FAILURE.
 */
int __aeabi_unwind_cpp_pr0(int state, void *block, void *context)
{
    (void)state, (void)block, (void)context;
    return 9;
}

int __aeabi_unwind_cpp_pr1(int state, void *block, void *context)
{
    (void)state, (void)block, (void)context;
    return 9;
}

int __aeabi_unwind_cpp_pr2(int state, void *block, void *context)
{
    (void)state, (void)block, (void)context;
    return 9;
}
