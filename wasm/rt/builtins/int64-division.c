/* Division of 64-bit integers on machines of 32 bits. */
#include "rt.h"

#define WORD u32
#define WORD_BITS 32
#define WIDE u64
#define SIGNED_WIDE i64
#define WORD_CLZ __builtin_clz
#include "wide-division.h"

u64 __udivmoddi4(u64 dividend, u64 divisor, u64 *remainder)
{
    u64 rest;
    u64 quotient = divide(dividend, divisor, &rest);

    if (remainder != 0)
        *remainder = rest;
    return quotient;
}

u64 __udivdi3(u64 dividend, u64 divisor)
{
    u64 rest;

    return divide(dividend, divisor, &rest);
}

u64 __umoddi3(u64 dividend, u64 divisor)
{
    u64 rest;

    divide(dividend, divisor, &rest);
    return rest;
}

i64 __divmoddi4(i64 dividend, i64 divisor, i64 *remainder)
{
    i64 rest;
    i64 quotient = divide_signed(dividend, divisor, &rest);

    *remainder = rest;
    return quotient;
}

i64 __divdi3(i64 dividend, i64 divisor)
{
    i64 rest;

    return divide_signed(dividend, divisor, &rest);
}

i64 __moddi3(i64 dividend, i64 divisor)
{
    i64 rest;

    divide_signed(dividend, divisor, &rest);
    return rest;
}
