/* Multiplication and shifts of 128-bit integers. */
#include "rt.h"

#define WORD u64
#define WORD_BITS 64
#define WIDE u128
#define SIGNED_WIDE i128
#include "wide-multiply.h"

i128 __multi3(i128 left, i128 right)
{
    return (i128)multiply((u128)left, (u128)right);
}

i128 __muloti4(i128 left, i128 right, int *overflow)
{
    return multiply_checked(left, right, overflow);
}

i128 __ashlti3(i128 value, int count)
{
    return (i128)shift_left((u128)value, count);
}

u128 __lshrti3(u128 value, int count)
{
    return shift_right(value, count, 0);
}

i128 __ashrti3(i128 value, int count)
{
    return (i128)shift_right((u128)value, count, value < 0 ? ~(u64)0 : 0);
}
