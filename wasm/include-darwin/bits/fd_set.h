/* Sets of file descriptors, for `select`. */
#ifndef PACKWHEEL_BITS_FD_SET_H
#define PACKWHEEL_BITS_FD_SET_H

#include <bits/types.h>

#ifndef FD_SETSIZE
#define FD_SETSIZE 1024
#endif
#define __DARWIN_NBBY 8
#define __DARWIN_NFDBITS (sizeof(__int32_t) * __DARWIN_NBBY)

typedef struct fd_set {
  __int32_t fds_bits[(FD_SETSIZE + __DARWIN_NFDBITS - 1) / __DARWIN_NFDBITS];
} fd_set;

#define FD_SET(number, set) \
  ((void)((set)->fds_bits[(unsigned long)(number) / __DARWIN_NFDBITS] |= \
          (__int32_t)(1UL << ((unsigned long)(number) % __DARWIN_NFDBITS))))
#define FD_CLR(number, set) \
  ((void)((set)->fds_bits[(unsigned long)(number) / __DARWIN_NFDBITS] &= \
          ~(__int32_t)(1UL << ((unsigned long)(number) % __DARWIN_NFDBITS))))
#define FD_ISSET(number, set) \
  (((set)->fds_bits[(unsigned long)(number) / __DARWIN_NFDBITS] & \
    (__int32_t)(1UL << ((unsigned long)(number) % __DARWIN_NFDBITS))) != 0)
#define FD_ZERO(set) __builtin_bzero((set), sizeof(*(set)))
#define FD_COPY(from, to) __builtin_memcpy((to), (from), sizeof(*(from)))

#endif
