/*
 * Mathematics.
 * Spec: ISO C17 7.12; POSIX.1-2017 <math.h>.
 */
#ifndef PACKWHEEL_MATH_H
#define PACKWHEEL_MATH_H

#include <features.h>

PACKWHEEL_BEGIN_C

/* The type in which the processor evaluates `float` and `double`: x87 uses its own for both. */
#if defined(__FLT_EVAL_METHOD__) && __FLT_EVAL_METHOD__ == 2
typedef long double float_t;
typedef long double double_t;
#elif defined(__FLT_EVAL_METHOD__) && __FLT_EVAL_METHOD__ == 1
typedef double float_t;
typedef double double_t;
#else
typedef float float_t;
typedef double double_t;
#endif

#define HUGE_VAL (__builtin_huge_val())

#if PACKWHEEL_USE_C99

#define HUGE_VALF (__builtin_huge_valf())
#define HUGE_VALL (__builtin_huge_vall())
#define INFINITY (__builtin_inff())
#define NAN (__builtin_nanf(""))

#define FP_NAN 0
#define FP_INFINITE 1
#define FP_ZERO 2
#define FP_SUBNORMAL 3
#define FP_NORMAL 4

/* What `ilogb` of zero and of NaN gives. */
#if PACKWHEEL_MACHINE_X86 || PACKWHEEL_LIBC_MUSL
#define FP_ILOGB0 (-2147483647 - 1)
#define FP_ILOGBNAN (-2147483647 - 1)
#else
#define FP_ILOGB0 (-2147483647)
#define FP_ILOGBNAN 2147483647
#endif

/* Processors on which a fused multiplication and addition is always an instruction; clang has no word for it. */
#if PACKWHEEL_LIBC_GLIBC && (PACKWHEEL_MACHINE_AARCH64 || PACKWHEEL_MACHINE_PPC64LE)
#define FP_FAST_FMA 1
#define FP_FAST_FMAF 1
#endif

#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
#if PACKWHEEL_LIBC_MUSL
#define math_errhandling MATH_ERREXCEPT
#elif defined(__FAST_MATH__)
#define math_errhandling 0
#elif defined(__NO_MATH_ERRNO__)
#define math_errhandling MATH_ERREXCEPT
#else
#define math_errhandling (MATH_ERRNO | MATH_ERREXCEPT)
#endif

#define fpclassify(number) __builtin_fpclassify(FP_NAN, FP_INFINITE, FP_NORMAL, FP_SUBNORMAL, FP_ZERO, number)
#define isfinite(number) __builtin_isfinite(number)
#define isinf(number) __builtin_isinf_sign(number)
#define isnan(number) __builtin_isnan(number)
#define isnormal(number) __builtin_isnormal(number)
#define signbit(number) __builtin_signbit(number)
#define isgreater(left, right) __builtin_isgreater(left, right)
#define isgreaterequal(left, right) __builtin_isgreaterequal(left, right)
#define isless(left, right) __builtin_isless(left, right)
#define islessequal(left, right) __builtin_islessequal(left, right)
#define islessgreater(left, right) __builtin_islessgreater(left, right)
#define isunordered(left, right) __builtin_isunordered(left, right)

#endif

/* One function of one or two numbers in its three precisions. */
#if PACKWHEEL_USE_C99
#define PACKWHEEL_MATH(name) \
  double name(double) PACKWHEEL_NOTHROW; \
  float name##f(float) PACKWHEEL_NOTHROW; \
  long double name##l(long double) PACKWHEEL_NOTHROW;
#define PACKWHEEL_MATH2(name) \
  double name(double, double) PACKWHEEL_NOTHROW; \
  float name##f(float, float) PACKWHEEL_NOTHROW; \
  long double name##l(long double, long double) PACKWHEEL_NOTHROW;
#else
#define PACKWHEEL_MATH(name) double name(double) PACKWHEEL_NOTHROW;
#define PACKWHEEL_MATH2(name) double name(double, double) PACKWHEEL_NOTHROW;
#endif

PACKWHEEL_MATH(acos)
PACKWHEEL_MATH(asin)
PACKWHEEL_MATH(atan)
PACKWHEEL_MATH(cos)
PACKWHEEL_MATH(sin)
PACKWHEEL_MATH(tan)
PACKWHEEL_MATH(cosh)
PACKWHEEL_MATH(sinh)
PACKWHEEL_MATH(tanh)
PACKWHEEL_MATH(exp)
PACKWHEEL_MATH(log)
PACKWHEEL_MATH(log10)
PACKWHEEL_MATH(sqrt)
PACKWHEEL_MATH(ceil)
PACKWHEEL_MATH(fabs)
PACKWHEEL_MATH(floor)
PACKWHEEL_MATH2(atan2)
PACKWHEEL_MATH2(fmod)
PACKWHEEL_MATH2(pow)
double frexp(double, int *) PACKWHEEL_NOTHROW;
double ldexp(double, int) PACKWHEEL_NOTHROW;
double modf(double, double *) PACKWHEEL_NOTHROW;

#if PACKWHEEL_USE_C99
float frexpf(float, int *) PACKWHEEL_NOTHROW;
long double frexpl(long double, int *) PACKWHEEL_NOTHROW;
float ldexpf(float, int) PACKWHEEL_NOTHROW;
long double ldexpl(long double, int) PACKWHEEL_NOTHROW;
float modff(float, float *) PACKWHEEL_NOTHROW;
long double modfl(long double, long double *) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_C99 || PACKWHEEL_USE_XOPEN
PACKWHEEL_MATH(acosh)
PACKWHEEL_MATH(asinh)
PACKWHEEL_MATH(atanh)
PACKWHEEL_MATH(cbrt)
PACKWHEEL_MATH(erf)
PACKWHEEL_MATH(erfc)
PACKWHEEL_MATH(expm1)
PACKWHEEL_MATH(lgamma)
PACKWHEEL_MATH(log1p)
PACKWHEEL_MATH(logb)
PACKWHEEL_MATH(rint)
PACKWHEEL_MATH2(hypot)
PACKWHEEL_MATH2(nextafter)
PACKWHEEL_MATH2(remainder)
int ilogb(double) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_C99
PACKWHEEL_MATH(exp2)
PACKWHEEL_MATH(log2)
PACKWHEEL_MATH(nearbyint)
PACKWHEEL_MATH(round)
PACKWHEEL_MATH(tgamma)
PACKWHEEL_MATH(trunc)
PACKWHEEL_MATH2(copysign)
PACKWHEEL_MATH2(fdim)
PACKWHEEL_MATH2(fmax)
PACKWHEEL_MATH2(fmin)
int ilogbf(float) PACKWHEEL_NOTHROW;
int ilogbl(long double) PACKWHEEL_NOTHROW;
double fma(double, double, double) PACKWHEEL_NOTHROW;
float fmaf(float, float, float) PACKWHEEL_NOTHROW;
long double fmal(long double, long double, long double) PACKWHEEL_NOTHROW;
long lrint(double) PACKWHEEL_NOTHROW;
long lrintf(float) PACKWHEEL_NOTHROW;
long lrintl(long double) PACKWHEEL_NOTHROW;
long lround(double) PACKWHEEL_NOTHROW;
long lroundf(float) PACKWHEEL_NOTHROW;
long lroundl(long double) PACKWHEEL_NOTHROW;
__extension__ long long llrint(double) PACKWHEEL_NOTHROW;
__extension__ long long llrintf(float) PACKWHEEL_NOTHROW;
__extension__ long long llrintl(long double) PACKWHEEL_NOTHROW;
__extension__ long long llround(double) PACKWHEEL_NOTHROW;
__extension__ long long llroundf(float) PACKWHEEL_NOTHROW;
__extension__ long long llroundl(long double) PACKWHEEL_NOTHROW;
double nan(const char *) PACKWHEEL_NOTHROW;
float nanf(const char *) PACKWHEEL_NOTHROW;
long double nanl(const char *) PACKWHEEL_NOTHROW;
double nexttoward(double, long double) PACKWHEEL_NOTHROW;
float nexttowardf(float, long double) PACKWHEEL_NOTHROW;
long double nexttowardl(long double, long double) PACKWHEEL_NOTHROW;
double remquo(double, double, int *) PACKWHEEL_NOTHROW;
float remquof(float, float, int *) PACKWHEEL_NOTHROW;
long double remquol(long double, long double, int *) PACKWHEEL_NOTHROW;
double scalbn(double, int) PACKWHEEL_NOTHROW;
float scalbnf(float, int) PACKWHEEL_NOTHROW;
long double scalbnl(long double, int) PACKWHEEL_NOTHROW;
double scalbln(double, long) PACKWHEEL_NOTHROW;
float scalblnf(float, long) PACKWHEEL_NOTHROW;
long double scalblnl(long double, long) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_DEFAULT || PACKWHEEL_USE_XOPEN
#define M_E 2.7182818284590452354
#define M_LOG2E 1.4426950408889634074
#define M_LOG10E 0.43429448190325182765
#define M_LN2 0.69314718055994530942
#define M_LN10 2.30258509299404568402
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.78539816339744830962
#define M_1_PI 0.31830988618379067154
#define M_2_PI 0.63661977236758134308
#define M_2_SQRTPI 1.12837916709551257390
#define M_SQRT2 1.41421356237309504880
#define M_SQRT1_2 0.70710678118654752440

extern int signgam;
double j0(double) PACKWHEEL_NOTHROW;
double j1(double) PACKWHEEL_NOTHROW;
double jn(int, double) PACKWHEEL_NOTHROW;
double y0(double) PACKWHEEL_NOTHROW;
double y1(double) PACKWHEEL_NOTHROW;
double yn(int, double) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_DEFAULT
double drem(double, double) PACKWHEEL_NOTHROW;
float dremf(float, float) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST int finite(double) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST int finitef(float) PACKWHEEL_NOTHROW;
double significand(double) PACKWHEEL_NOTHROW;
float significandf(float) PACKWHEEL_NOTHROW;
double scalb(double, double) PACKWHEEL_NOTHROW;
float scalbf(float, float) PACKWHEEL_NOTHROW;
double lgamma_r(double, int *) PACKWHEEL_NOTHROW;
float lgammaf_r(float, int *) PACKWHEEL_NOTHROW;
float j0f(float) PACKWHEEL_NOTHROW;
float j1f(float) PACKWHEEL_NOTHROW;
float jnf(int, float) PACKWHEEL_NOTHROW;
float y0f(float) PACKWHEEL_NOTHROW;
float y1f(float) PACKWHEEL_NOTHROW;
float ynf(int, float) PACKWHEEL_NOTHROW;
#if PACKWHEEL_LIBC_GLIBC
long double dreml(long double, long double) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST int finitel(long double) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST int isinff(float) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST int isinfl(long double) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST int isnanf(float) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST int isnanl(long double) PACKWHEEL_NOTHROW;
long double significandl(long double) PACKWHEEL_NOTHROW;
long double scalbl(long double, long double) PACKWHEEL_NOTHROW;
long double lgammal_r(long double, int *) PACKWHEEL_NOTHROW;
PACKWHEEL_MATH(gamma)
long double j0l(long double) PACKWHEEL_NOTHROW;
long double j1l(long double) PACKWHEEL_NOTHROW;
long double jnl(int, long double) PACKWHEEL_NOTHROW;
long double y0l(long double) PACKWHEEL_NOTHROW;
long double y1l(long double) PACKWHEEL_NOTHROW;
long double ynl(int, long double) PACKWHEEL_NOTHROW;
#endif
#endif

#if PACKWHEEL_USE_GNU
PACKWHEEL_MATH(exp10)
void sincos(double, double *, double *) PACKWHEEL_NOTHROW;
void sincosf(float, float *, float *) PACKWHEEL_NOTHROW;
void sincosl(long double, long double *, long double *) PACKWHEEL_NOTHROW;
#define M_El 2.718281828459045235360287471352662498L
#define M_LOG2El 1.442695040888963407359924681001892137L
#define M_LOG10El 0.434294481903251827651128918916605082L
#define M_LN2l 0.693147180559945309417232121458176568L
#define M_LN10l 2.302585092994045684017991454684364208L
#define M_PIl 3.141592653589793238462643383279502884L
#define M_PI_2l 1.570796326794896619231321691639751442L
#define M_PI_4l 0.785398163397448309615660845819875721L
#define M_1_PIl 0.318309886183790671537767526745028724L
#define M_2_PIl 0.636619772367581343075535053490057448L
#define M_2_SQRTPIl 1.128379167095512573896158903121545172L
#define M_SQRT2l 1.414213562373095048801688724209698079L
#define M_SQRT1_2l 0.707106781186547524400844362104849039L
#if PACKWHEEL_LIBC_MUSL
long double lgammal_r(long double, int *) PACKWHEEL_NOTHROW;
#else
#define SNAN (__builtin_nans(""))
#define SNANF (__builtin_nansf(""))
#define SNANL (__builtin_nansl(""))
#define iszero(number) ((number) == 0)
#define issubnormal(number) __builtin_fpclassify(0, 0, 0, 1, 0, number)
#if PACKWHEEL_GLIBC_AT_LEAST(24)
PACKWHEEL_MATH(nextdown)
PACKWHEEL_MATH(nextup)
#endif
#if PACKWHEEL_GLIBC_AT_LEAST(25)
PACKWHEEL_MATH(roundeven)
PACKWHEEL_MATH2(fmaxmag)
PACKWHEEL_MATH2(fminmag)
long llogb(double) PACKWHEEL_NOTHROW;
long llogbf(float) PACKWHEEL_NOTHROW;
long llogbl(long double) PACKWHEEL_NOTHROW;
#endif
#endif
#endif

#undef PACKWHEEL_MATH
#undef PACKWHEEL_MATH2

PACKWHEEL_END_C

#endif
