/* Counting bits and swapping bytes, for code that asks for the functions by name. */
#include "rt.h"

RT_INLINE int ones(u64 value)
{
    value -= (value >> 1) & 0x5555555555555555u;
    value = (value & 0x3333333333333333u) + ((value >> 2) & 0x3333333333333333u);
    value = (value + (value >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    value += value >> 8;
    value += value >> 16;
    value += value >> 32;
    return (int)(value & 0x7f);
}

RT_INLINE int trailing_zeros(u64 value)
{
    return ones(~value & (value - 1));
}

RT_INLINE int leading_zeros(u64 value)
{
    for (int shift = 1; shift < 64; shift *= 2)
        value |= value >> shift;
    return 64 - ones(value);
}

int __popcountsi2(i32 value) { return ones((u32)value); }
int __popcountdi2(i64 value) { return ones((u64)value); }
int __paritysi2(i32 value) { return ones((u32)value) & 1; }
int __paritydi2(i64 value) { return ones((u64)value) & 1; }
int __ctzsi2(i32 value) { return trailing_zeros((u32)value); }
int __ctzdi2(i64 value) { return trailing_zeros((u64)value); }
int __clzsi2(i32 value) { return leading_zeros((u32)value) - 32; }
int __clzdi2(i64 value) { return leading_zeros((u64)value); }
int __ffssi2(i32 value) { return value == 0 ? 0 : trailing_zeros((u32)value) + 1; }
int __ffsdi2(i64 value) { return value == 0 ? 0 : trailing_zeros((u64)value) + 1; }

u32 __bswapsi2(u32 value)
{
    return value >> 24 | (value >> 8 & 0xff00) | (value << 8 & 0xff0000) | value << 24;
}

u64 __bswapdi2(u64 value)
{
    u32 low = (u32)value, high = (u32)(value >> 32);

    low = low >> 24 | (low >> 8 & 0xff00) | (low << 8 & 0xff0000) | low << 24;
    high = high >> 24 | (high >> 8 & 0xff00) | (high << 8 & 0xff0000) | high << 24;
    return (u64)low << 32 | high;
}

#ifdef __SIZEOF_INT128__
int __popcountti2(i128 value) { return ones((u64)value) + ones((u64)((u128)value >> 64)); }
int __parityti2(i128 value) { return __popcountti2(value) & 1; }

int __ctzti2(i128 value)
{
    return (u64)value != 0 ? trailing_zeros((u64)value) : 64 + trailing_zeros((u64)((u128)value >> 64));
}

int __clzti2(i128 value)
{
    u64 high = (u64)((u128)value >> 64);

    return high != 0 ? leading_zeros(high) : 64 + leading_zeros((u64)value);
}

int __ffsti2(i128 value) { return value == 0 ? 0 : __ctzti2(value) + 1; }
#endif
