/* 128-bit integers of float, double and x87 values. */
#include "rt.h"

#define UINT u128
#define SINT i128
#define UINT_BITS 128
#include "float-to-int.h"

#define CONVERSIONS(type, name, suffix)                                                                                \
    i128 __fix##suffix##ti(type value)                                                                                 \
    {                                                                                                                  \
        int negative, exponent;                                                                                        \
        u128 significand = parts_of_##name(value, &negative, &exponent);                                               \
        return signed_of(negative, significand, exponent);                                                             \
    }                                                                                                                  \
    u128 __fixuns##suffix##ti(type value)                                                                              \
    {                                                                                                                  \
        int negative, exponent;                                                                                        \
        u128 significand = parts_of_##name(value, &negative, &exponent);                                               \
        return unsigned_of(negative, significand, exponent);                                                           \
    }

CONVERSIONS(float, float, sf)
CONVERSIONS(double, double, df)
#ifdef RT_X87
CONVERSIONS(x87, x87, xf)
#endif
