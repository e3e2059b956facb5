/* Byte order of the network, which <arpa/inet.h> and <netinet/in.h> share. */
#ifndef PACKWHEEL_BITS_BYTEORDER_H
#define PACKWHEEL_BITS_BYTEORDER_H

#include <features.h>
#define PACKWHEEL_NEED_uint16_t 1
#define PACKWHEEL_NEED_uint32_t 1
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

uint32_t htonl(uint32_t);
uint16_t htons(uint16_t);
uint32_t ntohl(uint32_t);
uint16_t ntohs(uint16_t);

PACKWHEEL_END_C

#ifndef __cplusplus
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define htonl(value) __builtin_bswap32(value)
#define htons(value) __builtin_bswap16(value)
#define ntohl(value) __builtin_bswap32(value)
#define ntohs(value) __builtin_bswap16(value)
#else
#define htonl(value) ((uint32_t)(value))
#define htons(value) ((uint16_t)(value))
#define ntohl(value) ((uint32_t)(value))
#define ntohs(value) ((uint16_t)(value))
#endif
#endif

#endif
