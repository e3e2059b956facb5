/* Multiplication and shifts of 64-bit integers on machines of 32 bits. */
#include "rt.h"

#define WORD u32
#define WORD_BITS 32
#define WIDE u64
#define SIGNED_WIDE i64
#include "wide-multiply.h"

i64 __muldi3(i64 left, i64 right)
{
    return (i64)multiply((u64)left, (u64)right);
}

i64 __mulodi4(i64 left, i64 right, int *overflow)
{
    return multiply_checked(left, right, overflow);
}

i64 __ashldi3(i64 value, int count)
{
    return (i64)shift_left((u64)value, count);
}

u64 __lshrdi3(u64 value, int count)
{
    return shift_right(value, count, 0);
}

i64 __ashrdi3(i64 value, int count)
{
    return (i64)shift_right((u64)value, count, value < 0 ? ~(u32)0 : 0);
}
