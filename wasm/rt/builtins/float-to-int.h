/*
 * Integers of floating point values, rounded towards zero. The includer says:
 *   UINT, SINT, UINT_BITS   u128, i128, 128
 * What is too large becomes the largest integer, what is too small the smallest, and what is no number 0 or one of
 * them: C leaves it open.
 */
#include "float-bits.h"

/* significand * 2^exponent */
RT_INLINE UINT scale(UINT significand, int exponent, int *too_large)
{
    *too_large = 0;
    if (exponent <= -UINT_BITS)
        return 0;
    if (exponent < 0)
        return significand >> -exponent;
    if (exponent >= UINT_BITS || (exponent > 0 && (significand >> (UINT_BITS - exponent)) != 0)) {
        *too_large = 1;
        return 0;
    }
    return significand << exponent;
}

RT_INLINE UINT unsigned_of(int negative, UINT significand, int exponent)
{
    int too_large;
    UINT value = scale(significand, exponent, &too_large);

    if (negative)
        return 0;
    return too_large ? ~(UINT)0 : value;
}

RT_INLINE SINT signed_of(int negative, UINT significand, int exponent)
{
    int too_large;
    UINT value = scale(significand, exponent, &too_large);
    UINT lowest = (UINT)1 << (UINT_BITS - 1);

    if (too_large || value >= lowest)
        return (SINT)(negative ? lowest : lowest - 1);
    return (SINT)(negative ? -value : value);
}

/* The parts of a value, without those below 2^-126: they are 0. */
RT_INLINE UINT parts_of_float(float value, int *negative, int *exponent)
{
    u32 bits = bits_of_float(value);

    *negative = (int)(bits >> 31);
    *exponent = (int)(bits >> 23 & 0xff) - 127 - 23;
    return (bits & 0x7fffff) | 0x800000;
}

/* With a word of 32 bits the lowest bits of a double would not fit; there is no such includer. */
RT_INLINE UINT parts_of_double(double value, int *negative, int *exponent)
{
    u64 bits = bits_of_double(value);

    *negative = (int)(bits >> 63);
    *exponent = (int)(bits >> 52 & 0x7ff) - 1023 - 52;
    return (bits & 0xfffffffffffff) | 0x10000000000000;
}

#ifdef RT_X87
RT_INLINE UINT parts_of_x87(x87 value, int *negative, int *exponent)
{
    struct x87_bits bits = bits_of_x87(value);

    *negative = bits.exponent >> 15;
    *exponent = (bits.exponent & 0x7fff) - 16383 - 63;
    return bits.significand;
}
#endif
