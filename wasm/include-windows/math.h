/*
 * ISO C17 7.12. `long double` is `double` here, and its functions are those of `double`.
 */
#ifndef _MATH_H
#define _MATH_H

#include <corecrt.h>

typedef float float_t;
typedef double double_t;

#define HUGE_VAL __builtin_huge_val()
#define HUGE_VALF __builtin_huge_valf()
#define HUGE_VALL __builtin_huge_vall()
#undef INFINITY
#undef NAN
#define INFINITY __builtin_inff()
#define NAN __builtin_nanf("")

#define FP_INFINITE 1
#define FP_NAN 2
#define FP_NORMAL (-1)
#define FP_SUBNORMAL (-2)
#define FP_ZERO 0

#define FP_ILOGB0 (-0x7fffffff - 1)
#define FP_ILOGBNAN 0x7fffffff
#define MATH_ERRNO 1
#define MATH_ERREXCEPT 2
#define math_errhandling (MATH_ERRNO | MATH_ERREXCEPT)

#define fpclassify(x) __builtin_fpclassify(FP_NAN, FP_INFINITE, FP_NORMAL, FP_SUBNORMAL, FP_ZERO, x)
#define isfinite(x) __builtin_isfinite(x)
#define isinf(x) __builtin_isinf(x)
#define isnan(x) __builtin_isnan(x)
#define isnormal(x) __builtin_isnormal(x)
#define signbit(x) __builtin_signbit(x)
#define isgreater(x, y) __builtin_isgreater(x, y)
#define isgreaterequal(x, y) __builtin_isgreaterequal(x, y)
#define isless(x, y) __builtin_isless(x, y)
#define islessequal(x, y) __builtin_islessequal(x, y)
#define islessgreater(x, y) __builtin_islessgreater(x, y)
#define isunordered(x, y) __builtin_isunordered(x, y)

struct _complex {
    double x, y;
};

struct _exception {
    int type;
    char *name;
    double arg1;
    double arg2;
    double retval;
};

__PACKWHEEL_BEGIN

double acos(double);
float acosf(float);
long double acosl(long double) __PACKWHEEL_NAME(acos);
double asin(double);
float asinf(float);
long double asinl(long double) __PACKWHEEL_NAME(asin);
double atan(double);
float atanf(float);
long double atanl(long double) __PACKWHEEL_NAME(atan);
double cos(double);
float cosf(float);
long double cosl(long double) __PACKWHEEL_NAME(cos);
double sin(double);
float sinf(float);
long double sinl(long double) __PACKWHEEL_NAME(sin);
double tan(double);
float tanf(float);
long double tanl(long double) __PACKWHEEL_NAME(tan);
double acosh(double);
float acoshf(float);
long double acoshl(long double) __PACKWHEEL_NAME(acosh);
double asinh(double);
float asinhf(float);
long double asinhl(long double) __PACKWHEEL_NAME(asinh);
double atanh(double);
float atanhf(float);
long double atanhl(long double) __PACKWHEEL_NAME(atanh);
double cosh(double);
float coshf(float);
long double coshl(long double) __PACKWHEEL_NAME(cosh);
double sinh(double);
float sinhf(float);
long double sinhl(long double) __PACKWHEEL_NAME(sinh);
double tanh(double);
float tanhf(float);
long double tanhl(long double) __PACKWHEEL_NAME(tanh);
double exp(double);
float expf(float);
long double expl(long double) __PACKWHEEL_NAME(exp);
double exp2(double);
float exp2f(float);
long double exp2l(long double) __PACKWHEEL_NAME(exp2);
double expm1(double);
float expm1f(float);
long double expm1l(long double) __PACKWHEEL_NAME(expm1);
double log(double);
float logf(float);
long double logl(long double) __PACKWHEEL_NAME(log);
double log10(double);
float log10f(float);
long double log10l(long double) __PACKWHEEL_NAME(log10);
double log1p(double);
float log1pf(float);
long double log1pl(long double) __PACKWHEEL_NAME(log1p);
double log2(double);
float log2f(float);
long double log2l(long double) __PACKWHEEL_NAME(log2);
double logb(double);
float logbf(float);
long double logbl(long double) __PACKWHEEL_NAME(logb);
double cbrt(double);
float cbrtf(float);
long double cbrtl(long double) __PACKWHEEL_NAME(cbrt);
double fabs(double);
float fabsf(float);
long double fabsl(long double) __PACKWHEEL_NAME(fabs);
double sqrt(double);
float sqrtf(float);
long double sqrtl(long double) __PACKWHEEL_NAME(sqrt);
double erf(double);
float erff(float);
long double erfl(long double) __PACKWHEEL_NAME(erf);
double erfc(double);
float erfcf(float);
long double erfcl(long double) __PACKWHEEL_NAME(erfc);
double lgamma(double);
float lgammaf(float);
long double lgammal(long double) __PACKWHEEL_NAME(lgamma);
double tgamma(double);
float tgammaf(float);
long double tgammal(long double) __PACKWHEEL_NAME(tgamma);
double ceil(double);
float ceilf(float);
long double ceill(long double) __PACKWHEEL_NAME(ceil);
double floor(double);
float floorf(float);
long double floorl(long double) __PACKWHEEL_NAME(floor);
double nearbyint(double);
float nearbyintf(float);
long double nearbyintl(long double) __PACKWHEEL_NAME(nearbyint);
double rint(double);
float rintf(float);
long double rintl(long double) __PACKWHEEL_NAME(rint);
double round(double);
float roundf(float);
long double roundl(long double) __PACKWHEEL_NAME(round);
double trunc(double);
float truncf(float);
long double truncl(long double) __PACKWHEEL_NAME(trunc);
double atan2(double, double);
float atan2f(float, float);
long double atan2l(long double, long double) __PACKWHEEL_NAME(atan2);
double pow(double, double);
float powf(float, float);
long double powl(long double, long double) __PACKWHEEL_NAME(pow);
double hypot(double, double);
float hypotf(float, float);
long double hypotl(long double, long double) __PACKWHEEL_NAME(hypot);
double fmod(double, double);
float fmodf(float, float);
long double fmodl(long double, long double) __PACKWHEEL_NAME(fmod);
double remainder(double, double);
float remainderf(float, float);
long double remainderl(long double, long double) __PACKWHEEL_NAME(remainder);
double copysign(double, double);
float copysignf(float, float);
long double copysignl(long double, long double) __PACKWHEEL_NAME(copysign);
double nextafter(double, double);
float nextafterf(float, float);
long double nextafterl(long double, long double) __PACKWHEEL_NAME(nextafter);
double fdim(double, double);
float fdimf(float, float);
long double fdiml(long double, long double) __PACKWHEEL_NAME(fdim);
double fmax(double, double);
float fmaxf(float, float);
long double fmaxl(long double, long double) __PACKWHEEL_NAME(fmax);
double fmin(double, double);
float fminf(float, float);
long double fminl(long double, long double) __PACKWHEEL_NAME(fmin);
double fma(double, double, double);
float fmaf(float, float, float);
long double fmal(long double, long double, long double) __PACKWHEEL_NAME(fma);
double frexp(double, int *);
float frexpf(float, int *);
long double frexpl(long double, int *) __PACKWHEEL_NAME(frexp);
double ldexp(double, int);
float ldexpf(float, int);
long double ldexpl(long double, int) __PACKWHEEL_NAME(ldexp);
double modf(double, double *);
float modff(float, float *);
long double modfl(long double, long double *) __PACKWHEEL_NAME(modf);
double scalbn(double, int);
float scalbnf(float, int);
long double scalbnl(long double, int) __PACKWHEEL_NAME(scalbn);
double scalbln(double, long);
float scalblnf(float, long);
long double scalblnl(long double, long) __PACKWHEEL_NAME(scalbln);
double remquo(double, double, int *);
float remquof(float, float, int *);
long double remquol(long double, long double, int *) __PACKWHEEL_NAME(remquo);
double nan(const char *);
float nanf(const char *);
long double nanl(const char *) __PACKWHEEL_NAME(nan);
int ilogb(double);
int ilogbf(float);
int ilogbl(long double) __PACKWHEEL_NAME(ilogb);
long lrint(double);
long lrintf(float);
long lrintl(long double) __PACKWHEEL_NAME(lrint);
long long llrint(double);
long long llrintf(float);
long long llrintl(long double) __PACKWHEEL_NAME(llrint);
long lround(double);
long lroundf(float);
long lroundl(long double) __PACKWHEEL_NAME(lround);
long long llround(double);
long long llroundf(float);
long long llroundl(long double) __PACKWHEEL_NAME(llround);
double nexttoward(double, long double);
float nexttowardf(float, long double);
long double nexttowardl(long double, long double) __PACKWHEEL_NAME(nextafter);

double _cabs(struct _complex);
double _hypot(double, double);
float _hypotf(float, float);
double _copysign(double, double);
double _chgsign(double);
float _copysignf(float, float);
float _chgsignf(float);
double _logb(double);
double _nextafter(double, double);
double _scalb(double, long);
int _finite(double);
int _isnan(double);
int _fpclass(double);
double _j0(double);
double _j1(double);
double _jn(int, double);
double _y0(double);
double _y1(double);
double _yn(int, double);
void __setusermatherr(int (*)(struct _exception *));

#ifndef __STRICT_ANSI__
double j0(double);
double j1(double);
double jn(int, double);
double y0(double);
double y1(double);
double yn(int, double);
#endif

__PACKWHEEL_END

#define _DOMAIN 1
#define _SING 2
#define _OVERFLOW 3
#define _UNDERFLOW 4
#define _TLOSS 5
#define _PLOSS 6

#if defined(_USE_MATH_DEFINES) || !defined(__STRICT_ANSI__)
#define M_E 2.71828182845904523536
#define M_LOG2E 1.44269504088896340736
#define M_LOG10E 0.434294481903251827651
#define M_LN2 0.693147180559945309417
#define M_LN10 2.30258509299404568402
#define M_PI 3.14159265358979323846
#define M_PI_2 1.57079632679489661923
#define M_PI_4 0.785398163397448309616
#define M_1_PI 0.318309886183790671538
#define M_2_PI 0.636619772367581343076
#define M_2_SQRTPI 1.12837916709551257390
#define M_SQRT2 1.41421356237309504880
#define M_SQRT1_2 0.707106781186547524401
#endif

#endif
