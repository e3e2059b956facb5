/*
 * Floating point values of integers. The includer says:
 *   UINT, SINT, UINT_BITS   u128, i128, 128
 *   UINT_CLZ                leading zeros of a value that is not 0
 */
#include "float-bits.h"

/* value = significand * 2^(exponent - precision + 1), with exactly `precision` bits in the significand. */
RT_INLINE UINT round_to_precision(UINT value, int precision, int *exponent)
{
    int length = UINT_BITS - UINT_CLZ(value);

    *exponent = length - 1;
    if (length <= precision)
        return value << (precision - length);

    int shift = length - precision;
    UINT rest = value << (UINT_BITS - shift);
    UINT half = (UINT)1 << (UINT_BITS - 1);
    UINT significand = value >> shift;

    if (rest > half || (rest == half && (significand & 1) != 0))
        significand++;
    if ((significand >> precision) != 0) {
        significand >>= 1;
        ++*exponent;
    }
    return significand;
}

/* An exponent of 128 becomes that of infinity, whose other bits are 0 as these are then. */
RT_INLINE float float_of(UINT value, u32 sign)
{
    int exponent;

    if (value == 0)
        return 0;
    u32 significand = (u32)round_to_precision(value, 24, &exponent);
    return float_of_bits(sign << 31 | (u32)(exponent + 127) << 23 | (significand & 0x7fffff));
}

RT_INLINE double double_of(UINT value, u32 sign)
{
    int exponent;

    if (value == 0)
        return 0;
    u64 significand = (u64)round_to_precision(value, 53, &exponent);
    return double_of_bits((u64)sign << 63 | (u64)(exponent + 1023) << 52 | (significand & 0xfffffffffffff));
}

#ifdef RT_X87
RT_INLINE x87 x87_of(UINT value, u32 sign)
{
    int exponent;

    if (value == 0)
        return 0;
#if UINT_BITS > 64
    u64 significand = (u64)round_to_precision(value, 64, &exponent);
#else
    int zeros = UINT_CLZ(value);
    u64 significand = (u64)value << zeros;
    exponent = 63 - zeros;
#endif
    return x87_of_bits((u16)(sign << 15 | (u32)(exponent + 16383)), significand);
}
#endif

RT_INLINE UINT magnitude_of(SINT value)
{
    return value < 0 ? -(UINT)value : (UINT)value;
}
