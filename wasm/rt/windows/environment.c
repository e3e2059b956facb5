/* What the C runtime leaves to its headers: raising floating point exceptions, the environment at a program's start. */
#include <fenv.h>

#pragma GCC visibility push(hidden)

/* Each by an operation that has it; the results count for nothing. */
int feraiseexcept(int wanted)
{
    volatile double zero = 0, one = 1, least = 0x1p-1022, greatest = 0x1.fffffffffffffp1023, three = 3, result;

    if (wanted & FE_INVALID)
        result = zero / zero;
    if (wanted & FE_DIVBYZERO)
        result = one / zero;
    if (wanted & FE_OVERFLOW)
        result = greatest * greatest;
    if (wanted & FE_UNDERFLOW)
        result = least * least;
    if (wanted & FE_INEXACT)
        result = one / three;
    (void)result;
    return 0;
}

int feupdateenv(const fenv_t *environment)
{
    int raised = fetestexcept(FE_ALL_EXCEPT);

    if (fesetenv(environment) != 0)
        return 1;
    return feraiseexcept(raised);
}

const fenv_t *__packwheel_default_environment(void)
{
    static fenv_t initial;
    fenv_t current;

    fegetenv(&current);
    fesetround(FE_TONEAREST);
    feclearexcept(FE_ALL_EXCEPT);
    fegetenv(&initial);
    fesetenv(&current);
    return &initial;
}
