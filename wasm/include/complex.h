/*
 * Complex numbers.
 * Spec: ISO C17 7.3.
 */
#ifndef PACKWHEEL_COMPLEX_H
#define PACKWHEEL_COMPLEX_H

#include <features.h>

#define complex _Complex
#define _Complex_I (__extension__ 1.0iF)
#undef I
#define I _Complex_I

#if PACKWHEEL_USE_C11
#define CMPLX(real, imaginary) __builtin_complex((double)(real), (double)(imaginary))
#define CMPLXF(real, imaginary) __builtin_complex((float)(real), (float)(imaginary))
#define CMPLXL(real, imaginary) __builtin_complex((long double)(real), (long double)(imaginary))
#endif

PACKWHEEL_BEGIN_C

/* One function in its three precisions. */
#define PACKWHEEL_COMPLEX(name) \
  __extension__ double _Complex name(double _Complex) PACKWHEEL_NOTHROW; \
  __extension__ float _Complex name##f(float _Complex) PACKWHEEL_NOTHROW; \
  __extension__ long double _Complex name##l(long double _Complex) PACKWHEEL_NOTHROW;
#define PACKWHEEL_COMPLEX_REAL(name) \
  __extension__ double name(double _Complex) PACKWHEEL_NOTHROW; \
  __extension__ float name##f(float _Complex) PACKWHEEL_NOTHROW; \
  __extension__ long double name##l(long double _Complex) PACKWHEEL_NOTHROW;

PACKWHEEL_COMPLEX(cacos)
PACKWHEEL_COMPLEX(casin)
PACKWHEEL_COMPLEX(catan)
PACKWHEEL_COMPLEX(ccos)
PACKWHEEL_COMPLEX(csin)
PACKWHEEL_COMPLEX(ctan)
PACKWHEEL_COMPLEX(cacosh)
PACKWHEEL_COMPLEX(casinh)
PACKWHEEL_COMPLEX(catanh)
PACKWHEEL_COMPLEX(ccosh)
PACKWHEEL_COMPLEX(csinh)
PACKWHEEL_COMPLEX(ctanh)
PACKWHEEL_COMPLEX(cexp)
PACKWHEEL_COMPLEX(clog)
PACKWHEEL_COMPLEX(csqrt)
PACKWHEEL_COMPLEX(conj)
PACKWHEEL_COMPLEX(cproj)
PACKWHEEL_COMPLEX_REAL(cabs)
PACKWHEEL_COMPLEX_REAL(carg)
PACKWHEEL_COMPLEX_REAL(cimag)
PACKWHEEL_COMPLEX_REAL(creal)
__extension__ double _Complex cpow(double _Complex, double _Complex) PACKWHEEL_NOTHROW;
__extension__ float _Complex cpowf(float _Complex, float _Complex) PACKWHEEL_NOTHROW;
__extension__ long double _Complex cpowl(long double _Complex, long double _Complex) PACKWHEEL_NOTHROW;
#if PACKWHEEL_USE_GNU && PACKWHEEL_LIBC_GLIBC
PACKWHEEL_COMPLEX(clog10)
#endif

#undef PACKWHEEL_COMPLEX
#undef PACKWHEEL_COMPLEX_REAL

PACKWHEEL_END_C

#endif
