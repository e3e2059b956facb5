/*
 * The bits of floating point values, for helpers that make them of integers and integers of them.
 * Formats: IEEE 754-2019, 3.4; 80 bits: Intel 64 and IA-32 manual, vol. 1, 4.2.2.
 * All round to nearest, ties to even, and leave the flags of the environment alone.
 */
#include "rt.h"

RT_INLINE u32 bits_of_float(float value)
{
    union { float value; u32 bits; } both = { value };
    return both.bits;
}

RT_INLINE float float_of_bits(u32 bits)
{
    union { u32 bits; float value; } both = { bits };
    return both.value;
}

RT_INLINE u64 bits_of_double(double value)
{
    union { double value; u64 bits; } both = { value };
    return both.bits;
}

RT_INLINE double double_of_bits(u64 bits)
{
    union { u64 bits; double value; } both = { bits };
    return both.value;
}

#ifdef RT_X87
struct x87_bits {
    u64 significand; /* with the leading 1 */
    u16 exponent;    /* with the sign as its highest bit; bias 16383 */
};

RT_INLINE struct x87_bits bits_of_x87(x87 value)
{
    union { x87 value; struct x87_bits bits; } both = { value };
    return both.bits;
}

RT_INLINE x87 x87_of_bits(u16 exponent, u64 significand)
{
    union { struct x87_bits bits; x87 value; } both = { { significand, exponent } };
    return both.value;
}
#endif

#if defined(RT_FP128) && defined(__SIZEOF_INT128__)
/* Quadruple precision: 1 bit sign, 15 bits exponent, 112 bits of the significand. The union is right in both byte orders. */
RT_INLINE u128 bits_of_fp128(fp128 value)
{
    union { fp128 value; u128 bits; } both = { value };
    return both.bits;
}

RT_INLINE fp128 fp128_of_bits(u128 bits)
{
    union { u128 bits; fp128 value; } both = { bits };
    return both.value;
}
#endif
