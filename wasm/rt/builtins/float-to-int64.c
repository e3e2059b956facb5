/* 64-bit integers of float, double and x87 values. */
#include "rt.h"

#define UINT u64
#define SINT i64
#define UINT_BITS 64
#include "float-to-int.h"

#define CONVERSION(result, function, type, name, kind)                                                                 \
    result function(type value)                                                                                        \
    {                                                                                                                  \
        int negative, exponent;                                                                                        \
        u64 significand = parts_of_##name(value, &negative, &exponent);                                                \
        return kind##_of(negative, significand, exponent);                                                             \
    }

#ifdef __arm__
/* By the run-time ABI of ARM, where values travel in the registers of integers. */
#define SOFT_CALL __attribute__((pcs("aapcs")))
SOFT_CALL CONVERSION(i64, __aeabi_f2lz, float, float, signed)
SOFT_CALL CONVERSION(u64, __aeabi_f2ulz, float, float, unsigned)
SOFT_CALL CONVERSION(i64, __aeabi_d2lz, double, double, signed)
SOFT_CALL CONVERSION(u64, __aeabi_d2ulz, double, double, unsigned)
#else
CONVERSION(i64, __fixsfdi, float, float, signed)
CONVERSION(u64, __fixunssfdi, float, float, unsigned)
CONVERSION(i64, __fixdfdi, double, double, signed)
CONVERSION(u64, __fixunsdfdi, double, double, unsigned)
CONVERSION(i64, __fixxfdi, x87, x87, signed)
CONVERSION(u64, __fixunsxfdi, x87, x87, unsigned)
#endif
