/*
 * Complex numbers.
 * Spec: ISO C17 7.3.
 */
#ifndef PACKWHEEL_COMPLEX_H
#define PACKWHEEL_COMPLEX_H

#include <bits/darwin.h>

#define complex _Complex
#define _Complex_I (__extension__ 1.0iF)
#define I _Complex_I
#define CMPLX(real, imaginary) __builtin_complex((double)(real), (double)(imaginary))
#define CMPLXF(real, imaginary) __builtin_complex((float)(real), (float)(imaginary))
#define CMPLXL(real, imaginary) __builtin_complex((long double)(real), (long double)(imaginary))

PACKWHEEL_BEGIN_C

#define PACKWHEEL_COMPLEX_1(name) \
  double _Complex name(double _Complex); \
  float _Complex name##f(float _Complex); \
  long double _Complex name##l(long double _Complex);
#define PACKWHEEL_COMPLEX_REAL(name) \
  double name(double _Complex); \
  float name##f(float _Complex); \
  long double name##l(long double _Complex);

PACKWHEEL_COMPLEX_1(cacos)
PACKWHEEL_COMPLEX_1(casin)
PACKWHEEL_COMPLEX_1(catan)
PACKWHEEL_COMPLEX_1(ccos)
PACKWHEEL_COMPLEX_1(csin)
PACKWHEEL_COMPLEX_1(ctan)
PACKWHEEL_COMPLEX_1(cacosh)
PACKWHEEL_COMPLEX_1(casinh)
PACKWHEEL_COMPLEX_1(catanh)
PACKWHEEL_COMPLEX_1(ccosh)
PACKWHEEL_COMPLEX_1(csinh)
PACKWHEEL_COMPLEX_1(ctanh)
PACKWHEEL_COMPLEX_1(cexp)
PACKWHEEL_COMPLEX_1(clog)
PACKWHEEL_COMPLEX_1(csqrt)
PACKWHEEL_COMPLEX_1(conj)
PACKWHEEL_COMPLEX_1(cproj)
PACKWHEEL_COMPLEX_REAL(cabs)
PACKWHEEL_COMPLEX_REAL(carg)
PACKWHEEL_COMPLEX_REAL(cimag)
PACKWHEEL_COMPLEX_REAL(creal)
double _Complex cpow(double _Complex, double _Complex);
float _Complex cpowf(float _Complex, float _Complex);
long double _Complex cpowl(long double _Complex, long double _Complex);

#undef PACKWHEEL_COMPLEX_1
#undef PACKWHEEL_COMPLEX_REAL

PACKWHEEL_END_C

#endif
