/*
 * Values of 16 bits and of other widths. The code generator hands halves over in registers of integers.
 * Format: IEEE 754-2019, 3.4, binary16.
 */
#include "float-bits.h"

RT_INLINE float float_of_half(u16 half)
{
    u32 sign = (u32)(half >> 15) << 31;
    u32 exponent = half >> 10 & 0x1f;
    u32 fraction = half & 0x3ff;

    if (exponent == 0x1f)
        return float_of_bits(sign | 0x7f800000 | fraction << 13 | (fraction != 0 ? 0x400000 : 0));
    if (exponent != 0)
        return float_of_bits(sign | (exponent + 127 - 15) << 23 | fraction << 13);
    if (fraction == 0)
        return float_of_bits(sign);

    int shift = __builtin_clz(fraction) - 21; /* the leading 1 to bit 10 */

    return float_of_bits(sign | (u32)(127 - 14 - shift) << 23 | (fraction << shift & 0x3ff) << 13);
}

/* The bits of a float or a double of which the sign is gone; `fraction_bits` are those of the wider format. */
RT_INLINE u16 half_of(u64 magnitude, int exponent_bits, int fraction_bits)
{
    int max_exponent = (1 << exponent_bits) - 1;
    int exponent = (int)(magnitude >> fraction_bits);
    u64 hidden = (u64)1 << fraction_bits;
    u64 fraction = magnitude & (hidden - 1);
    int shift = fraction_bits - 10;

    if (exponent == max_exponent)
        return fraction == 0 ? 0x7c00 : (u16)(0x7e00 | fraction >> shift);
    exponent += 15 - (max_exponent >> 1);
    if (exponent >= 0x1f)
        return 0x7c00;
    if (exponent <= 0) {
        /* A denormal of the wider format is far below the smallest half. */
        if (exponent < -11)
            return 0;
        shift += 1 - exponent;
        fraction |= hidden;
        exponent = 0;
    }

    u64 rest = fraction & (((u64)1 << shift) - 1);
    u64 middle = (u64)1 << (shift - 1);
    u16 half = (u16)((u64)exponent << 10 | fraction >> shift);

    if (rest > middle || (rest == middle && (half & 1) != 0))
        half++; /* up to infinity */
    return half;
}

RT_INLINE u16 half_of_float(float value)
{
    u32 bits = bits_of_float(value);

    return (u16)((bits >> 31) << 15 | half_of(bits & 0x7fffffff, 8, 23));
}

RT_INLINE u16 half_of_double(double value)
{
    u64 bits = bits_of_double(value);

    return (u16)((bits >> 63) << 15 | half_of(bits & 0x7fffffffffffffff, 11, 52));
}

/* On ARM, in registers of integers whatever the convention of the others is. */
#ifdef __arm__
#define SOFT_CALL __attribute__((pcs("aapcs")))
#else
#define SOFT_CALL
#endif

SOFT_CALL float __gnu_h2f_ieee(u16 half) { return float_of_half(half); }
SOFT_CALL u16 __gnu_f2h_ieee(float value) { return half_of_float(value); }
SOFT_CALL u16 __truncdfhf2(double value) { return half_of_double(value); }

#ifdef __APPLE__
/* By the names that the code generator has for it on macOS. */
float __extendhfsf2(u16 half) { return float_of_half(half); }
u16 __truncsfhf2(float value) { return half_of_float(value); }
#endif

#ifdef RT_X87
/* By way of the bits of a double whose last one stands for all that were cut off, so that only one rounding counts. */
u16 __truncxfhf2(x87 value)
{
    struct x87_bits bits = bits_of_x87(value);
    u16 sign = bits.exponent & 0x8000;
    int exponent = (bits.exponent & 0x7fff) - 16383;
    u64 fraction = bits.significand << 1;

    if (exponent == 16384)
        return (u16)(sign | 0x7c00 | (fraction != 0 ? 0x200 | fraction >> 54 : 0));
    if (exponent > 1023)
        return sign | 0x7c00;
    if (exponent < -1022)
        return sign;
    return sign | half_of((u64)(exponent + 1023) << 52 | fraction >> 12 | ((fraction & 0xfff) != 0), 11, 52);
}
#endif

#ifdef __arm__
SOFT_CALL float __aeabi_h2f(u16 half) { return float_of_half(half); }
SOFT_CALL u16 __aeabi_f2h(float value) { return half_of_float(value); }
SOFT_CALL u16 __aeabi_d2h(double value) { return half_of_double(value); }
#endif
