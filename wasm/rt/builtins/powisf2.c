/* float to a power that is an integer. */
#include "rt.h"

#define TYPE float
#include "power.h"

float __powisf2(float value, i32 exponent)
{
    return power(value, exponent);
}
