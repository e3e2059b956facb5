/* <byteswap.h>: numbers with their bytes in the other order. */
#ifndef PACKWHEEL_BYTESWAP_H
#define PACKWHEEL_BYTESWAP_H

#include <features.h>

#define bswap_16(value) __builtin_bswap16(value)
#define bswap_32(value) __builtin_bswap32(value)
#define bswap_64(value) __builtin_bswap64(value)

#endif
