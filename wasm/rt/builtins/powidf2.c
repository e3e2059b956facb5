/* double to a power that is an integer. */
#include "rt.h"

#define TYPE double
#include "power.h"

double __powidf2(double value, i32 exponent)
{
    return power(value, exponent);
}
