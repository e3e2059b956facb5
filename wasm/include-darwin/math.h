/*
 * Mathematics.
 * Spec: ISO C17 7.12; POSIX.1-2017 <math.h>; math(3) of Darwin for what Apple adds.
 */
#ifndef PACKWHEEL_MATH_H
#define PACKWHEEL_MATH_H

#include <bits/darwin.h>

#if __FLT_EVAL_METHOD__ == 1
typedef double float_t;
typedef double double_t;
#elif __FLT_EVAL_METHOD__ == 2
typedef long double float_t;
typedef long double double_t;
#else
typedef float float_t;
typedef double double_t;
#endif

#define HUGE_VAL __builtin_huge_val()
#define HUGE_VALF __builtin_huge_valf()
#define HUGE_VALL __builtin_huge_vall()
#define NAN __builtin_nanf("")
#define INFINITY __builtin_inff()

#define FP_NAN 1
#define FP_INFINITE 2
#define FP_ZERO 3
#define FP_NORMAL 4
#define FP_SUBNORMAL 5
#define FP_SUPERNORMAL 6
#define FP_ILOGB0 (-2147483647 - 1)
#define FP_ILOGBNAN (-2147483647 - 1)
#ifdef __aarch64__
#define FP_FAST_FMA 1
#define FP_FAST_FMAF 1
#define FP_FAST_FMAL 1
#endif

#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
#define math_errhandling (__math_errhandling())

#define fpclassify(x) __builtin_fpclassify(FP_NAN, FP_INFINITE, FP_NORMAL, FP_SUBNORMAL, FP_ZERO, (x))
#define isfinite(x) __builtin_isfinite(x)
#define isinf(x) __builtin_isinf(x)
#define isnan(x) __builtin_isnan(x)
#define isnormal(x) __builtin_isnormal(x)
#define signbit(x) __builtin_signbit(x)
#define isgreater(x, y) __builtin_isgreater((x), (y))
#define isgreaterequal(x, y) __builtin_isgreaterequal((x), (y))
#define isless(x, y) __builtin_isless((x), (y))
#define islessequal(x, y) __builtin_islessequal((x), (y))
#define islessgreater(x, y) __builtin_islessgreater((x), (y))
#define isunordered(x, y) __builtin_isunordered((x), (y))

PACKWHEEL_BEGIN_C

int __math_errhandling(void);

/* What `fpclassify` and its kin once called; compiled code of other compilers still does. */
int __fpclassifyf(float);
int __fpclassifyd(double);
int __fpclassifyl(long double);

#define PACKWHEEL_MATH_1(name) \
  double name(double); \
  float name##f(float); \
  long double name##l(long double);
#define PACKWHEEL_MATH_2(name) \
  double name(double, double); \
  float name##f(float, float); \
  long double name##l(long double, long double);
#define PACKWHEEL_MATH_TO(type, name) \
  type name(double); \
  type name##f(float); \
  type name##l(long double);

PACKWHEEL_MATH_1(acos)
PACKWHEEL_MATH_1(asin)
PACKWHEEL_MATH_1(atan)
PACKWHEEL_MATH_1(cos)
PACKWHEEL_MATH_1(sin)
PACKWHEEL_MATH_1(tan)
PACKWHEEL_MATH_1(acosh)
PACKWHEEL_MATH_1(asinh)
PACKWHEEL_MATH_1(atanh)
PACKWHEEL_MATH_1(cosh)
PACKWHEEL_MATH_1(sinh)
PACKWHEEL_MATH_1(tanh)
PACKWHEEL_MATH_1(exp)
PACKWHEEL_MATH_1(exp2)
PACKWHEEL_MATH_1(expm1)
PACKWHEEL_MATH_1(log)
PACKWHEEL_MATH_1(log10)
PACKWHEEL_MATH_1(log1p)
PACKWHEEL_MATH_1(log2)
PACKWHEEL_MATH_1(logb)
PACKWHEEL_MATH_1(fabs)
PACKWHEEL_MATH_1(cbrt)
PACKWHEEL_MATH_1(sqrt)
PACKWHEEL_MATH_1(erf)
PACKWHEEL_MATH_1(erfc)
PACKWHEEL_MATH_1(lgamma)
PACKWHEEL_MATH_1(tgamma)
PACKWHEEL_MATH_1(ceil)
PACKWHEEL_MATH_1(floor)
PACKWHEEL_MATH_1(nearbyint)
PACKWHEEL_MATH_1(rint)
PACKWHEEL_MATH_1(round)
PACKWHEEL_MATH_1(trunc)
PACKWHEEL_MATH_2(atan2)
PACKWHEEL_MATH_2(hypot)
PACKWHEEL_MATH_2(pow)
PACKWHEEL_MATH_2(fmod)
PACKWHEEL_MATH_2(remainder)
PACKWHEEL_MATH_2(copysign)
PACKWHEEL_MATH_2(nextafter)
PACKWHEEL_MATH_2(fdim)
PACKWHEEL_MATH_2(fmax)
PACKWHEEL_MATH_2(fmin)
PACKWHEEL_MATH_TO(int, ilogb)
PACKWHEEL_MATH_TO(long, lrint)
PACKWHEEL_MATH_TO(long long, llrint)
PACKWHEEL_MATH_TO(long, lround)
PACKWHEEL_MATH_TO(long long, llround)

double frexp(double, int *);
float frexpf(float, int *);
long double frexpl(long double, int *);
double ldexp(double, int);
float ldexpf(float, int);
long double ldexpl(long double, int);
double modf(double, double *);
float modff(float, float *);
long double modfl(long double, long double *);
double scalbn(double, int);
float scalbnf(float, int);
long double scalbnl(long double, int);
double scalbln(double, long);
float scalblnf(float, long);
long double scalblnl(long double, long);
double remquo(double, double, int *);
float remquof(float, float, int *);
long double remquol(long double, long double, int *);
double nan(const char *);
float nanf(const char *);
long double nanl(const char *);
double nexttoward(double, long double);
float nexttowardf(float, long double);
long double nexttowardl(long double, long double);
double fma(double, double, double);
float fmaf(float, float, float);
long double fmal(long double, long double, long double);

#if PACKWHEEL_USE_POSIX
#define M_E 2.71828182845904523536028747135266250
#define M_LOG2E 1.44269504088896340735992468100189214
#define M_LOG10E 0.434294481903251827651128918916605082
#define M_LN2 0.693147180559945309417232121458176568
#define M_LN10 2.30258509299404568401799145468436421
#define M_PI 3.14159265358979323846264338327950288
#define M_PI_2 1.57079632679489661923132169163975144
#define M_PI_4 0.785398163397448309615660845819875721
#define M_1_PI 0.318309886183790671537767526745028724
#define M_2_PI 0.636619772367581343075535053490057448
#define M_2_SQRTPI 1.12837916709551257389615890312154517
#define M_SQRT2 1.41421356237309504880168872420969808
#define M_SQRT1_2 0.707106781186547524400844362104849039
#define MAXFLOAT 0x1.fffffep+127f

double j0(double);
double j1(double);
double jn(int, double);
double y0(double);
double y1(double);
double yn(int, double);
double scalb(double, double);
extern int signgam;
#endif

#if PACKWHEEL_USE_DARWIN
#define FP_SNAN FP_NAN
#define FP_QNAN FP_NAN
#define HUGE MAXFLOAT
#define X_TLOSS 1.41484755040568800000e+16
#define DOMAIN 1
#define SING 2
#define OVERFLOW 3
#define UNDERFLOW 4
#define TLOSS 5
#define PLOSS 6

/* The sine and the cosine of a number at once. */
struct __float2 {
  float __sinval;
  float __cosval;
};
struct __double2 {
  double __sinval;
  double __cosval;
};
struct __float2 __sincosf_stret(float);
struct __double2 __sincos_stret(double);
struct __float2 __sincospif_stret(float);
struct __double2 __sincospi_stret(double);
PACKWHEEL_INLINE void __sincosf(float x, float *sine, float *cosine) {
  const struct __float2 both = __sincosf_stret(x);
  *sine = both.__sinval;
  *cosine = both.__cosval;
}
PACKWHEEL_INLINE void __sincos(double x, double *sine, double *cosine) {
  const struct __double2 both = __sincos_stret(x);
  *sine = both.__sinval;
  *cosine = both.__cosval;
}

float __exp10f(float);
double __exp10(double);
float __cospif(float);
double __cospi(double);
float __sinpif(float);
double __sinpi(double);
float __tanpif(float);
double __tanpi(double);
#endif

#undef PACKWHEEL_MATH_1
#undef PACKWHEEL_MATH_2
#undef PACKWHEEL_MATH_TO

PACKWHEEL_END_C

#endif
