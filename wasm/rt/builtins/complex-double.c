/* Complex multiplication and division in double precision. */
#include "float-bits.h"

RT_INLINE int exponent_of(double value)
{
    int exponent = (int)(bits_of_double(value) >> 52 & 0x7ff);

    return (exponent == 0 ? 1 : exponent) - 1023;
}

/* By at most 2^1023, and 2^-1023 in two steps. */
RT_INLINE double scale(double value, int exponent)
{
    if (exponent < -1022) {
        value *= 0.5;
        exponent++;
    }
    return value * double_of_bits((u64)(exponent + 1023) << 52);
}

#define TYPE double
#define MULTIPLY __muldc3
#define DIVIDE __divdc3
#define ILOGB exponent_of
#define SCALE scale
#include "complex.h"
