/* Where somebody wants the address of it. */
#include "../builtins/rt.h"

float fabsf(float value)
{
    return __builtin_fabsf(value);
}
