/*
 * On x86, the C runtime has these functions for `double` alone. A result of `double`, rounded once more, differs from a
 * direct one by at most a unit in the last place.
 */
#include "../builtins/rt.h"

#define ONE(name)                          \
    double name(double);                   \
    HIDDEN float name##f(float value)      \
    {                                      \
        return (float)name(value);         \
    }

#define TWO(name)                                     \
    double name(double, double);                      \
    HIDDEN float name##f(float first, float second)   \
    {                                                 \
        return (float)name(first, second);            \
    }

#define HIDDEN __attribute__((visibility("hidden")))

#pragma GCC visibility pop

ONE(acos)
ONE(asin)
ONE(atan)
ONE(ceil)
ONE(cos)
ONE(cosh)
ONE(exp)
ONE(floor)
ONE(log)
ONE(log10)
ONE(sin)
ONE(sinh)
ONE(sqrt)
ONE(tan)
ONE(tanh)
TWO(atan2)
TWO(fmod)
TWO(pow)

double modf(double, double *);

HIDDEN float modff(float value, float *whole)
{
    double part;
    float rest = (float)modf(value, &part);

    *whole = (float)part;
    return rest;
}
#pragma GCC visibility push(hidden)
