/* Numbers in the order of bytes of the network. */
#ifndef PACKWHEEL_BITS_BYTEORDER_H
#define PACKWHEEL_BITS_BYTEORDER_H

#include <bits/darwin.h>

#define ntohs(value) ((__uint16_t)__builtin_bswap16((__uint16_t)(value)))
#define htons(value) ((__uint16_t)__builtin_bswap16((__uint16_t)(value)))
#define ntohl(value) ((__uint32_t)__builtin_bswap32((__uint32_t)(value)))
#define htonl(value) ((__uint32_t)__builtin_bswap32((__uint32_t)(value)))
#if PACKWHEEL_USE_DARWIN
#define ntohll(value) ((__uint64_t)__builtin_bswap64((__uint64_t)(value)))
#define htonll(value) ((__uint64_t)__builtin_bswap64((__uint64_t)(value)))
#define NTOHL(value) (value) = ntohl((__uint32_t)(value))
#define NTOHS(value) (value) = ntohs((__uint16_t)(value))
#define NTOHLL(value) (value) = ntohll((__uint64_t)(value))
#define HTONL(value) (value) = htonl((__uint32_t)(value))
#define HTONS(value) (value) = htons((__uint16_t)(value))
#define HTONLL(value) (value) = htonll((__uint64_t)(value))
#endif

#endif
