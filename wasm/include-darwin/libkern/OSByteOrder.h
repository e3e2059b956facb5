/*
 * The order of bytes in numbers.
 * Spec: byteorder(9) of Darwin.
 */
#ifndef PACKWHEEL_LIBKERN_OSBYTEORDER_H
#define PACKWHEEL_LIBKERN_OSBYTEORDER_H

#include <bits/darwin.h>
#include <stdint.h>

#define OSSwapConstInt16(number) ((uint16_t)__builtin_bswap16(number))
#define OSSwapConstInt32(number) ((uint32_t)__builtin_bswap32(number))
#define OSSwapConstInt64(number) ((uint64_t)__builtin_bswap64(number))
#define OSSwapInt16(number) OSSwapConstInt16(number)
#define OSSwapInt32(number) OSSwapConstInt32(number)
#define OSSwapInt64(number) OSSwapConstInt64(number)

#define OSSwapHostToBigConstInt16(number) OSSwapConstInt16(number)
#define OSSwapHostToBigConstInt32(number) OSSwapConstInt32(number)
#define OSSwapHostToBigConstInt64(number) OSSwapConstInt64(number)
#define OSSwapBigToHostConstInt16(number) OSSwapConstInt16(number)
#define OSSwapBigToHostConstInt32(number) OSSwapConstInt32(number)
#define OSSwapBigToHostConstInt64(number) OSSwapConstInt64(number)
#define OSSwapHostToBigInt16(number) OSSwapInt16(number)
#define OSSwapHostToBigInt32(number) OSSwapInt32(number)
#define OSSwapHostToBigInt64(number) OSSwapInt64(number)
#define OSSwapBigToHostInt16(number) OSSwapInt16(number)
#define OSSwapBigToHostInt32(number) OSSwapInt32(number)
#define OSSwapBigToHostInt64(number) OSSwapInt64(number)
#define OSSwapHostToLittleConstInt16(number) ((uint16_t)(number))
#define OSSwapHostToLittleConstInt32(number) ((uint32_t)(number))
#define OSSwapHostToLittleConstInt64(number) ((uint64_t)(number))
#define OSSwapLittleToHostConstInt16(number) ((uint16_t)(number))
#define OSSwapLittleToHostConstInt32(number) ((uint32_t)(number))
#define OSSwapLittleToHostConstInt64(number) ((uint64_t)(number))
#define OSSwapHostToLittleInt16(number) ((uint16_t)(number))
#define OSSwapHostToLittleInt32(number) ((uint32_t)(number))
#define OSSwapHostToLittleInt64(number) ((uint64_t)(number))
#define OSSwapLittleToHostInt16(number) ((uint16_t)(number))
#define OSSwapLittleToHostInt32(number) ((uint32_t)(number))
#define OSSwapLittleToHostInt64(number) ((uint64_t)(number))

enum { OSUnknownByteOrder, OSLittleEndian, OSBigEndian };
PACKWHEEL_INLINE int32_t OSHostByteOrder(void) { return OSLittleEndian; }

/* Numbers at any place in memory. */
#define PACKWHEEL_MEMORY(bits) \
  PACKWHEEL_INLINE uint##bits##_t OSReadLittleInt##bits(const volatile void *base, __darwin_size_t offset) \
  { \
    uint##bits##_t number; \
    __builtin_memcpy(&number, (const char *)base + offset, sizeof number); \
    return number; \
  } \
  PACKWHEEL_INLINE void OSWriteLittleInt##bits(volatile void *base, __darwin_size_t offset, uint##bits##_t number) \
  { \
    __builtin_memcpy((char *)base + offset, &number, sizeof number); \
  } \
  PACKWHEEL_INLINE uint##bits##_t OSReadBigInt##bits(const volatile void *base, __darwin_size_t offset) \
  { \
    return OSSwapInt##bits(OSReadLittleInt##bits(base, offset)); \
  } \
  PACKWHEEL_INLINE void OSWriteBigInt##bits(volatile void *base, __darwin_size_t offset, uint##bits##_t number) \
  { \
    OSWriteLittleInt##bits(base, offset, OSSwapInt##bits(number)); \
  }
PACKWHEEL_MEMORY(16)
PACKWHEEL_MEMORY(32)
PACKWHEEL_MEMORY(64)
#undef PACKWHEEL_MEMORY

#endif
