/* Complex multiplication and division with 80 bits. */
#include "float-bits.h"

RT_INLINE int exponent_of(x87 value)
{
    int exponent = bits_of_x87(value).exponent & 0x7fff;

    return (exponent == 0 ? 1 : exponent) - 16383;
}

/* By at most 2^16383, and 2^-16383 in two steps. */
RT_INLINE x87 scale(x87 value, int exponent)
{
    if (exponent < -16382) {
        value *= 0.5;
        exponent++;
    }
    return value * x87_of_bits((u16)(exponent + 16383), (u64)1 << 63);
}

#define TYPE long double
#define MULTIPLY __mulxc3
#define DIVIDE __divxc3
#define ILOGB exponent_of
#define SCALE scale
#include "complex.h"
