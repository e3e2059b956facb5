/* Quadruple precision values of float, double and x87, and back. */
#include "fp128-bits.h"

/* significand * 2^(exponent - 112), the leading 1 wherever it is; a value that is not 0 and neither too large nor too small. */
RT_INLINE u128 widen(u128 sign, int exponent, u128 significand)
{
    int shift = leading_zeros(significand) - (127 - FP128_FRACTION_BITS);

    return sign | (u128)(exponent - shift + FP128_BIAS) << FP128_FRACTION_BITS | ((significand << shift) & FP128_FRACTION);
}

RT_INLINE u128 widen_special(u128 sign, u128 fraction)
{
    return fraction == 0 ? sign | FP128_INFINITY : sign | quiet(FP128_INFINITY | fraction);
}

fp128 __extendsftf2(float value)
{
    u32 bits = bits_of_float(value);
    u128 sign = (u128)(bits >> 31) << 127;
    u128 fraction = (u128)(bits & 0x7fffff) << (112 - 23);
    int exponent = (int)(bits >> 23 & 0xff);

    if (exponent == 0xff)
        return fp128_of_bits(widen_special(sign, fraction));
    if (exponent == 0 && fraction == 0)
        return fp128_of_bits(sign);
    if (exponent == 0)
        return fp128_of_bits(widen(sign, 1 - 127, fraction));
    return fp128_of_bits(widen(sign, exponent - 127, fraction | FP128_HIDDEN));
}

fp128 __extenddftf2(double value)
{
    u64 bits = bits_of_double(value);
    u128 sign = (u128)(bits >> 63) << 127;
    u128 fraction = (u128)(bits & 0xfffffffffffff) << (112 - 52);
    int exponent = (int)(bits >> 52 & 0x7ff);

    if (exponent == 0x7ff)
        return fp128_of_bits(widen_special(sign, fraction));
    if (exponent == 0 && fraction == 0)
        return fp128_of_bits(sign);
    if (exponent == 0)
        return fp128_of_bits(widen(sign, 1 - 1023, fraction));
    return fp128_of_bits(widen(sign, exponent - 1023, fraction | FP128_HIDDEN));
}

/*
 * To a format with fewer bits: 1 bit sign, then exponent, then `fraction_bits`. Without the sign, as a number whose lowest
 * bit is the last of the fraction.
 */
RT_INLINE u64 narrow(u128 bits, int exponent_bits, int fraction_bits)
{
    int max_exponent = (1 << exponent_bits) - 1;
    u64 infinity = (u64)max_exponent << fraction_bits;
    u128 magnitude = bits & ~FP128_SIGN;

    if (is_nan(bits))
        return infinity | (u64)1 << (fraction_bits - 1) | (u64)((magnitude & FP128_FRACTION) >> (112 - fraction_bits));
    if (magnitude == 0)
        return 0;
    if (magnitude == FP128_INFINITY)
        return infinity;

    int exponent;
    u128 significand = unpack(bits, &exponent);
    int shift = 112 - fraction_bits;

    exponent += (max_exponent >> 1) - FP128_BIAS;
    if (exponent >= max_exponent)
        return infinity;
    if (exponent <= 0) {
        significand = shift_right_sticky(significand, 1 - exponent);
        exponent = 0;
    } else {
        significand &= FP128_FRACTION;
    }

    u128 rest = significand & (((u128)1 << shift) - 1);
    u128 half = (u128)1 << (shift - 1);
    u64 result = (u64)exponent << fraction_bits | (u64)(significand >> shift);

    if (rest > half || (rest == half && (result & 1) != 0))
        result++; /* up to infinity */
    return result;
}

float __trunctfsf2(fp128 value)
{
    u128 bits = bits_of_fp128(value);

    return float_of_bits((u32)(bits >> 127) << 31 | (u32)narrow(bits, 8, 23));
}

double __trunctfdf2(fp128 value)
{
    u128 bits = bits_of_fp128(value);

    return double_of_bits((u64)(bits >> 127) << 63 | narrow(bits, 11, 52));
}

/* Halves travel in registers of integers, but where the machine has registers for them. */
RT_INLINE u16 half_of(fp128 value)
{
    u128 bits = bits_of_fp128(value);

    return (u16)((u32)(bits >> 127) << 15 | (u32)narrow(bits, 5, 10));
}

#ifdef __aarch64__
_Float16 __trunctfhf2(fp128 value)
{
    union { u16 bits; _Float16 value; } both = { half_of(value) };
    return both.value;
}

fp128 __extendhftf2(_Float16 value)
{
    return __extendsftf2((float)value); /* one instruction */
}
#else
u16 __trunctfhf2(fp128 value)
{
    return half_of(value);
}
#endif

#ifdef RT_X87
fp128 __extendxftf2(x87 value)
{
    struct x87_bits bits = bits_of_x87(value);
    u128 sign = (u128)(bits.exponent >> 15) << 127;
    int exponent = bits.exponent & 0x7fff;

    if (exponent == 0x7fff)
        return fp128_of_bits(widen_special(sign, (u128)(bits.significand << 1) << (112 - 64)));
    if (bits.significand == 0)
        return fp128_of_bits(sign);
    /* Both have the same bias, so that what is denormal there is so here. */
    if (exponent == 0)
        return fp128_of_bits(sign | (u128)bits.significand << (112 - 63));
    return fp128_of_bits(sign | (u128)exponent << 112 | (u128)(bits.significand << 1) << (112 - 64));
}

x87 __trunctfxf2(fp128 value)
{
    u128 bits = bits_of_fp128(value);
    u16 sign = (u16)((u32)(bits >> 127) << 15);
    u128 magnitude = bits & ~FP128_SIGN;
    u32 exponent = (u32)(magnitude >> 112);

    if (is_nan(bits))
        return x87_of_bits(sign | 0x7fff, (u64)3 << 62 | (u64)((bits & FP128_FRACTION) >> (112 - 63)));
    if (magnitude == FP128_INFINITY)
        return x87_of_bits(sign | 0x7fff, (u64)1 << 63);

    u128 significand = (magnitude & FP128_FRACTION) | (exponent != 0 ? FP128_HIDDEN : 0);
    u64 result = (u64)(significand >> 49);
    u64 rest = (u64)significand & (((u64)1 << 49) - 1);
    u64 half = (u64)1 << 48;

    if (rest > half || (rest == half && (result & 1) != 0)) {
        result++;
        if (result == 0) {
            result = (u64)1 << 63;
            exponent++;
        } else if (exponent == 0 && result == (u64)1 << 63) {
            exponent = 1;
        }
    }
    return x87_of_bits((u16)(sign | exponent), result);
}
#endif
