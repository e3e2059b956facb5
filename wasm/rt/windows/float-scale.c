/* What the C runtime leaves to its headers: functions of `float` that are those of `double`, and exact. */
#include "../builtins/rt.h"

#pragma GCC visibility pop
double frexp(double, int *);
double ldexp(double, int);
float _hypotf(float, float);
#pragma GCC visibility push(hidden)

float frexpf(float value, int *exponent)
{
    return (float)frexp(value, exponent);
}

float ldexpf(float value, int exponent)
{
    return (float)ldexp(value, exponent);
}

float hypotf(float first, float second)
{
    return _hypotf(first, second);
}
