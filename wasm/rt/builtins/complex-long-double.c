/* Complex multiplication and division with the long double of 128 bits: quadruple precision, or two doubles. */
#include "float-bits.h"

#ifdef RT_DOUBLE_DOUBLE
/* The first of the two doubles is the value but for its last bits. */
RT_INLINE int exponent_of(long double value)
{
    int exponent = (int)(bits_of_double((double)value) >> 52 & 0x7ff);

    return (exponent == 0 ? 1 : exponent) - 1023;
}

RT_INLINE long double scale(long double value, int exponent)
{
    if (exponent < -1022) {
        value *= 0.5L;
        exponent++;
    }
    return value * (long double)double_of_bits((u64)(exponent + 1023) << 52);
}
#else
RT_INLINE int exponent_of(fp128 value)
{
    int exponent = (int)(bits_of_fp128(value) >> 112) & 0x7fff;

    return (exponent == 0 ? 1 : exponent) - 16383;
}

RT_INLINE fp128 scale(fp128 value, int exponent)
{
    if (exponent < -16382) {
        value *= 0.5L;
        exponent++;
    }
    return value * fp128_of_bits((u128)(exponent + 16383) << 112);
}
#endif

#define TYPE long double
#define MULTIPLY __multc3
#define DIVIDE __divtc3
#define ILOGB exponent_of
#define SCALE scale
#include "complex.h"
