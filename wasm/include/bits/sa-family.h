/* sa_family_t, which the headers of sockets share. */
#ifndef PACKWHEEL_BITS_SA_FAMILY_H
#define PACKWHEEL_BITS_SA_FAMILY_H

#include <features.h>

typedef unsigned short sa_family_t;

#endif
