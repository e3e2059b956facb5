/* Division of 128-bit integers, which no machine has instructions for. */
#include "rt.h"

#define WORD u64
#define WORD_BITS 64
#define WIDE u128
#define SIGNED_WIDE i128
#define WORD_CLZ __builtin_clzll
#include "wide-division.h"

u128 __udivmodti4(u128 dividend, u128 divisor, u128 *remainder)
{
    u128 rest;
    u128 quotient = divide(dividend, divisor, &rest);

    if (remainder != 0)
        *remainder = rest;
    return quotient;
}

u128 __udivti3(u128 dividend, u128 divisor)
{
    u128 rest;

    return divide(dividend, divisor, &rest);
}

u128 __umodti3(u128 dividend, u128 divisor)
{
    u128 rest;

    divide(dividend, divisor, &rest);
    return rest;
}

i128 __divmodti4(i128 dividend, i128 divisor, i128 *remainder)
{
    i128 rest;
    i128 quotient = divide_signed(dividend, divisor, &rest);

    *remainder = rest;
    return quotient;
}

i128 __divti3(i128 dividend, i128 divisor)
{
    i128 rest;

    return divide_signed(dividend, divisor, &rest);
}

i128 __modti3(i128 dividend, i128 divisor)
{
    i128 rest;

    divide_signed(dividend, divisor, &rest);
    return rest;
}
