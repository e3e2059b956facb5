/* Compilers join a sine and a cosine of one angle to a call of these. */
#include "../builtins/rt.h"

#pragma GCC visibility pop
double sin(double);
double cos(double);
#pragma GCC visibility push(hidden)

typedef double function(double);

/* Through pointers, or these would be joined as well. */
static function *volatile const sine = sin;
static function *volatile const cosine = cos;

void sincos(double angle, double *sine_result, double *cosine_result)
{
    double first = sine(angle);

    *cosine_result = cosine(angle);
    *sine_result = first;
}

void sincosl(double angle, double *sine_result, double *cosine_result)
{
    sincos(angle, sine_result, cosine_result);
}

void sincosf(float angle, float *sine_result, float *cosine_result)
{
    *sine_result = (float)sine(angle);
    *cosine_result = (float)cosine(angle);
}
