/* Quadruple precision values of integers, and back, rounded towards zero. */
#include "fp128-bits.h"

/* Integers of up to 113 bits are exact. */
RT_INLINE fp128 from_integer(u128 sign, u128 magnitude)
{
    if (magnitude == 0)
        return fp128_of_bits(0);
    int zeros = leading_zeros(magnitude);
    int exponent = 127 - zeros + FP128_BIAS;
    u128 significand = zeros >= 12 ? magnitude << (zeros - 12) : shift_right_sticky(magnitude, 12 - zeros);

    return fp128_of_bits(round_and_pack(sign << 127, exponent, significand));
}

fp128 __floatsitf(i32 value) { return from_integer(value < 0, value < 0 ? -(u32)value : (u32)value); }
fp128 __floatunsitf(u32 value) { return from_integer(0, value); }
fp128 __floatditf(i64 value) { return from_integer(value < 0, value < 0 ? -(u64)value : (u64)value); }
fp128 __floatunditf(u64 value) { return from_integer(0, value); }
fp128 __floattitf(i128 value) { return from_integer(value < 0, value < 0 ? -(u128)value : (u128)value); }
fp128 __floatuntitf(u128 value) { return from_integer(0, value); }

/* The largest of `bits` bits where the value is larger; of what is no number, that or 0: C leaves it open. */
RT_INLINE u128 to_integer(fp128 value, int bits, int is_signed)
{
    u128 all = bits_of_fp128(value);
    int negative = (all >> 127) != 0;
    int exponent = ((int)(all >> 112) & FP128_MAX_EXPONENT) - FP128_BIAS;
    u128 largest = ~(u128)0 >> (128 - bits + is_signed);

    if (exponent < 0 || (negative && !is_signed))
        return 0;
    if (exponent >= bits - is_signed)
        return negative ? ~largest : largest;

    u128 significand = (all & FP128_FRACTION) | FP128_HIDDEN;
    u128 magnitude = exponent <= 112 ? significand >> (112 - exponent) : significand << (exponent - 112);

    return negative ? -magnitude : magnitude;
}

i32 __fixtfsi(fp128 value) { return (i32)to_integer(value, 32, 1); }
u32 __fixunstfsi(fp128 value) { return (u32)to_integer(value, 32, 0); }
i64 __fixtfdi(fp128 value) { return (i64)to_integer(value, 64, 1); }
u64 __fixunstfdi(fp128 value) { return (u64)to_integer(value, 64, 0); }
i128 __fixtfti(fp128 value) { return (i128)to_integer(value, 128, 1); }
u128 __fixunstfti(fp128 value) { return to_integer(value, 128, 0); }
