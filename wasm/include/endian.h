/* <endian.h>: byte order, POSIX.1-2024. */
#ifndef PACKWHEEL_ENDIAN_H
#define PACKWHEEL_ENDIAN_H

#include <features.h>
#define PACKWHEEL_NEED_uint16_t 1
#define PACKWHEEL_NEED_uint32_t 1
#define PACKWHEEL_NEED_uint64_t 1
#include <bits/typedefs.h>

#define __LITTLE_ENDIAN 1234
#define __BIG_ENDIAN 4321
#define __PDP_ENDIAN 3412
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define __BYTE_ORDER __LITTLE_ENDIAN
#else
#define __BYTE_ORDER __BIG_ENDIAN
#endif
#define LITTLE_ENDIAN __LITTLE_ENDIAN
#define BIG_ENDIAN __BIG_ENDIAN
#define PDP_ENDIAN __PDP_ENDIAN
#define BYTE_ORDER __BYTE_ORDER

#if __BYTE_ORDER == __LITTLE_ENDIAN
#define htobe16(value) __builtin_bswap16(value)
#define htobe32(value) __builtin_bswap32(value)
#define htobe64(value) __builtin_bswap64(value)
#define be16toh(value) __builtin_bswap16(value)
#define be32toh(value) __builtin_bswap32(value)
#define be64toh(value) __builtin_bswap64(value)
#define htole16(value) ((uint16_t)(value))
#define htole32(value) ((uint32_t)(value))
#define htole64(value) ((uint64_t)(value))
#define le16toh(value) ((uint16_t)(value))
#define le32toh(value) ((uint32_t)(value))
#define le64toh(value) ((uint64_t)(value))
#else
#define htobe16(value) ((uint16_t)(value))
#define htobe32(value) ((uint32_t)(value))
#define htobe64(value) ((uint64_t)(value))
#define be16toh(value) ((uint16_t)(value))
#define be32toh(value) ((uint32_t)(value))
#define be64toh(value) ((uint64_t)(value))
#define htole16(value) __builtin_bswap16(value)
#define htole32(value) __builtin_bswap32(value)
#define htole64(value) __builtin_bswap64(value)
#define le16toh(value) __builtin_bswap16(value)
#define le32toh(value) __builtin_bswap32(value)
#define le64toh(value) __builtin_bswap64(value)
#endif

#endif
