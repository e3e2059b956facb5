/* long double of 128 bits to a power that is an integer. */
#include "rt.h"

#define TYPE long double
#include "power.h"

long double __powitf2(long double value, i32 exponent)
{
    return power(value, exponent);
}
