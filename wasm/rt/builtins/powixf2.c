/* long double of x86 to a power that is an integer. */
#include "rt.h"

#define TYPE x87
#include "power.h"

x87 __powixf2(x87 value, i32 exponent)
{
    return power(value, exponent);
}
