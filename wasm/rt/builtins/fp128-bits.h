/* Taking quadruple precision values apart and putting them together. Format: IEEE 754-2019, 3.4, binary128. */
#include "float-bits.h"

#define FP128_FRACTION_BITS 112
#define FP128_MAX_EXPONENT 0x7fff
#define FP128_BIAS 16383
#define FP128_HIDDEN ((u128)1 << FP128_FRACTION_BITS)
#define FP128_FRACTION (FP128_HIDDEN - 1)
#define FP128_SIGN ((u128)1 << 127)
#define FP128_INFINITY ((u128)FP128_MAX_EXPONENT << FP128_FRACTION_BITS)
#define FP128_QUIET (FP128_INFINITY | FP128_HIDDEN >> 1)

RT_INLINE int leading_zeros(u128 value)
{
    u64 high = (u64)(value >> 64);

    return high != 0 ? __builtin_clzll(high) : 64 + __builtin_clzll((u64)value);
}

RT_INLINE int is_nan(u128 bits)
{
    return (bits & ~FP128_SIGN) > FP128_INFINITY;
}

RT_INLINE u128 quiet(u128 bits)
{
    return bits | FP128_HIDDEN >> 1;
}

/* What is shifted out stays as a 1 in the lowest bit. */
RT_INLINE u128 shift_right_sticky(u128 value, int count)
{
    if (count <= 0)
        return value;
    if (count >= 128)
        return value != 0;
    return value >> count | (u128)(value << (128 - count) != 0);
}

/* A finite value that is not 0: significand * 2^(exponent - bias - 112), the leading 1 of the significand at bit 112. */
RT_INLINE u128 unpack(u128 bits, int *exponent)
{
    u128 fraction = bits & FP128_FRACTION;

    *exponent = (int)(bits >> FP128_FRACTION_BITS) & FP128_MAX_EXPONENT;
    if (*exponent != 0)
        return fraction | FP128_HIDDEN;

    int shift = leading_zeros(fraction) - (127 - FP128_FRACTION_BITS);

    *exponent = 1 - shift;
    return fraction << shift;
}

/*
 * The nearest value, ties to even. The leading 1 of the significand is at bit 115; the three bits below the value and
 * what was shifted out of them tell how to round.
 */
RT_INLINE u128 round_and_pack(u128 sign, int exponent, u128 significand)
{
    if (exponent >= FP128_MAX_EXPONENT)
        return sign | FP128_INFINITY;
    if (exponent <= 0) {
        significand = shift_right_sticky(significand, 1 - exponent);
        exponent = 0;
    }

    u32 rest = (u32)significand & 7;
    u128 bits = significand >> 3;

    if (exponent != 0)
        bits = (bits & FP128_FRACTION) | (u128)exponent << FP128_FRACTION_BITS;
    /* A carry out of the fraction makes the next exponent, up to infinity. */
    if (rest > 4 || (rest == 4 && (bits & 1) != 0))
        bits++;
    return sign | bits;
}
