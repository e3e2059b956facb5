/* The order of bytes: little-endian on all Macs of today. */
#ifndef PACKWHEEL_MACHINE_ENDIAN_H
#define PACKWHEEL_MACHINE_ENDIAN_H

#include <bits/darwin.h>
#include <bits/byteorder.h>

#define __DARWIN_LITTLE_ENDIAN 1234
#define __DARWIN_BIG_ENDIAN 4321
#define __DARWIN_PDP_ENDIAN 3412
#define __DARWIN_BYTE_ORDER __DARWIN_LITTLE_ENDIAN
#if PACKWHEEL_USE_DARWIN
#define LITTLE_ENDIAN __DARWIN_LITTLE_ENDIAN
#define BIG_ENDIAN __DARWIN_BIG_ENDIAN
#define PDP_ENDIAN __DARWIN_PDP_ENDIAN
#define BYTE_ORDER __DARWIN_BYTE_ORDER
#endif

#endif
