/* <alloca.h>: memory until the function returns. */
#ifndef PACKWHEEL_ALLOCA_H
#define PACKWHEEL_ALLOCA_H

#include <features.h>

#define alloca(size) __builtin_alloca(size)

#endif
