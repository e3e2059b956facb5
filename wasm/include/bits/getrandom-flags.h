/* Flags of getrandom(). */
#ifndef PACKWHEEL_BITS_GETRANDOM_FLAGS_H
#define PACKWHEEL_BITS_GETRANDOM_FLAGS_H

#include <features.h>

#define GRND_NONBLOCK 1
#define GRND_RANDOM 2
#define GRND_INSECURE 4

#endif
