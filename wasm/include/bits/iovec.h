/* struct iovec */
#ifndef PACKWHEEL_BITS_IOVEC_H
#define PACKWHEEL_BITS_IOVEC_H

#include <features.h>
#define __need_size_t
#include <stddef.h>

struct iovec {
  void *iov_base;
  size_t iov_len;
};

#endif
