/* float, double and x87 values of 128-bit integers. */
#include "rt.h"

RT_INLINE int leading_zeros(u128 value)
{
    u64 high = (u64)(value >> 64);

    return high != 0 ? __builtin_clzll(high) : 64 + __builtin_clzll((u64)value);
}

#define UINT u128
#define SINT i128
#define UINT_BITS 128
#define UINT_CLZ leading_zeros
#include "int-to-float.h"

float __floattisf(i128 value) { return float_of(magnitude_of(value), value < 0); }
float __floatuntisf(u128 value) { return float_of(value, 0); }
double __floattidf(i128 value) { return double_of(magnitude_of(value), value < 0); }
double __floatuntidf(u128 value) { return double_of(value, 0); }

#ifdef RT_X87
x87 __floattixf(i128 value) { return x87_of(magnitude_of(value), value < 0); }
x87 __floatuntixf(u128 value) { return x87_of(value, 0); }
#endif
