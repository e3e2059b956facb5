/* Addition, subtraction, multiplication and division in quadruple precision. Spec: IEEE 754-2019, clauses 4 to 7. */
#include "fp128-bits.h"

RT_INLINE u128 add(u128 a, u128 b)
{
    u128 a_magnitude = a & ~FP128_SIGN, b_magnitude = b & ~FP128_SIGN;

    if (is_nan(a))
        return quiet(a);
    if (is_nan(b))
        return quiet(b);
    if (a_magnitude < b_magnitude) {
        u128 other = a;
        a = b;
        b = other;
        a_magnitude = a & ~FP128_SIGN;
        b_magnitude = b & ~FP128_SIGN;
    }
    if (a_magnitude == FP128_INFINITY)
        return b_magnitude == FP128_INFINITY && a != b ? FP128_QUIET : a;
    if (b_magnitude == 0)
        return a_magnitude == 0 ? a & b : a; /* -0 only of two of them */

    int a_exponent, b_exponent;
    u128 a_significand = unpack(a, &a_exponent) << 3;
    u128 b_significand = unpack(b, &b_exponent) << 3;

    b_significand = shift_right_sticky(b_significand, a_exponent - b_exponent);

    if (((a ^ b) & FP128_SIGN) == 0) {
        a_significand += b_significand;
        if ((a_significand >> 116) != 0) {
            a_significand = shift_right_sticky(a_significand, 1);
            a_exponent++;
        }
    } else {
        a_significand -= b_significand;
        if (a_significand == 0)
            return 0;
        int shift = leading_zeros(a_significand) - 12;
        a_significand <<= shift;
        a_exponent -= shift;
    }
    return round_and_pack(a & FP128_SIGN, a_exponent, a_significand);
}

/* The upper and lower halves of the product. */
RT_INLINE u128 multiply_significands(u128 a, u128 b, u128 *low)
{
    u64 a_low = (u64)a, a_high = (u64)(a >> 64);
    u64 b_low = (u64)b, b_high = (u64)(b >> 64);
    u128 lowest = (u128)a_low * b_low;
    u128 middle = (u128)a_high * b_low + (u64)(lowest >> 64);
    u128 other = (u128)a_low * b_high + (u64)middle;

    *low = other << 64 | (u64)lowest;
    return (u128)a_high * b_high + (middle >> 64) + (other >> 64);
}

RT_INLINE u128 multiply(u128 a, u128 b)
{
    u128 sign = (a ^ b) & FP128_SIGN;
    u128 a_magnitude = a & ~FP128_SIGN, b_magnitude = b & ~FP128_SIGN;

    if (is_nan(a))
        return quiet(a);
    if (is_nan(b))
        return quiet(b);
    if (a_magnitude == FP128_INFINITY || b_magnitude == FP128_INFINITY)
        return a_magnitude == 0 || b_magnitude == 0 ? FP128_QUIET : sign | FP128_INFINITY;
    if (a_magnitude == 0 || b_magnitude == 0)
        return sign;

    int a_exponent, b_exponent;
    u128 a_significand = unpack(a, &a_exponent);
    u128 b_significand = unpack(b, &b_exponent);
    u128 low;
    /* 113 by 113 bits, the second moved up so that the leading 1 of the product comes to bit 115 or 116 of the upper half. */
    u128 high = multiply_significands(a_significand << 4, b_significand << 15, &low);
    int exponent = a_exponent + b_exponent - FP128_BIAS;

    high |= low != 0;
    if ((high >> 116) != 0) {
        high = shift_right_sticky(high, 1);
        exponent++;
    }
    return round_and_pack(sign, exponent, high);
}

RT_INLINE u128 divide(u128 a, u128 b)
{
    u128 sign = (a ^ b) & FP128_SIGN;
    u128 a_magnitude = a & ~FP128_SIGN, b_magnitude = b & ~FP128_SIGN;

    if (is_nan(a))
        return quiet(a);
    if (is_nan(b))
        return quiet(b);
    if (a_magnitude == FP128_INFINITY)
        return b_magnitude == FP128_INFINITY ? FP128_QUIET : sign | FP128_INFINITY;
    if (b_magnitude == FP128_INFINITY)
        return sign;
    if (b_magnitude == 0)
        return a_magnitude == 0 ? FP128_QUIET : sign | FP128_INFINITY;
    if (a_magnitude == 0)
        return sign;

    int a_exponent, b_exponent;
    u128 rest = unpack(a, &a_exponent);
    u128 divisor = unpack(b, &b_exponent);
    int exponent = a_exponent - b_exponent + FP128_BIAS;
    u128 quotient = 0;

    if (rest < divisor) {
        rest <<= 1;
        exponent--;
    }
    /* By hand: 116 bits of the quotient, of which the first is 1. */
    for (int bit = 0; bit < 116; bit++) {
        quotient <<= 1;
        if (rest >= divisor) {
            rest -= divisor;
            quotient |= 1;
        }
        rest <<= 1;
    }
    return round_and_pack(sign, exponent, quotient | (rest != 0));
}

fp128 __addtf3(fp128 a, fp128 b)
{
    return fp128_of_bits(add(bits_of_fp128(a), bits_of_fp128(b)));
}

fp128 __subtf3(fp128 a, fp128 b)
{
    u128 minus = bits_of_fp128(b);

    return fp128_of_bits(add(bits_of_fp128(a), is_nan(minus) ? minus : minus ^ FP128_SIGN));
}

fp128 __multf3(fp128 a, fp128 b)
{
    return fp128_of_bits(multiply(bits_of_fp128(a), bits_of_fp128(b)));
}

fp128 __divtf3(fp128 a, fp128 b)
{
    return fp128_of_bits(divide(bits_of_fp128(a), bits_of_fp128(b)));
}

fp128 __negtf2(fp128 a)
{
    return fp128_of_bits(bits_of_fp128(a) ^ FP128_SIGN);
}
