/* float, double and x87 values of 64-bit integers. */
#include "rt.h"

#define UINT u64
#define SINT i64
#define UINT_BITS 64
#define UINT_CLZ __builtin_clzll
#include "int-to-float.h"

#ifdef __arm__
/* By the run-time ABI of ARM, where values travel in the registers of integers. */
#define SOFT_CALL __attribute__((pcs("aapcs")))
SOFT_CALL float __aeabi_l2f(i64 value) { return float_of(magnitude_of(value), value < 0); }
SOFT_CALL float __aeabi_ul2f(u64 value) { return float_of(value, 0); }
SOFT_CALL double __aeabi_l2d(i64 value) { return double_of(magnitude_of(value), value < 0); }
SOFT_CALL double __aeabi_ul2d(u64 value) { return double_of(value, 0); }
#else
float __floatdisf(i64 value) { return float_of(magnitude_of(value), value < 0); }
float __floatundisf(u64 value) { return float_of(value, 0); }
double __floatdidf(i64 value) { return double_of(magnitude_of(value), value < 0); }
double __floatundidf(u64 value) { return double_of(value, 0); }
x87 __floatdixf(i64 value) { return x87_of(magnitude_of(value), value < 0); }
x87 __floatundixf(u64 value) { return x87_of(value, 0); }
#endif
