/* Complex multiplication and division in single precision. */
#include "float-bits.h"

RT_INLINE int exponent_of(float value)
{
    int exponent = (int)(bits_of_float(value) >> 23 & 0xff);

    return (exponent == 0 ? 1 : exponent) - 127;
}

RT_INLINE float scale(float value, int exponent)
{
    return (float)((double)value * double_of_bits((u64)(exponent + 1023) << 52));
}

#define TYPE float
#define MULTIPLY __mulsc3
#define DIVIDE __divsc3
#define ILOGB exponent_of
#define SCALE scale
#include "complex.h"
