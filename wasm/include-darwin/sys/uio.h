/*
 * Reading and writing several pieces at once.
 * Spec: POSIX.1-2017 <sys/uio.h>.
 */
#ifndef PACKWHEEL_SYS_UIO_H
#define PACKWHEEL_SYS_UIO_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_iovec
#define PACKWHEEL_NEED_off_t
#define PACKWHEEL_NEED_ssize_t
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

ssize_t readv(int, const struct iovec *, int);
ssize_t writev(int, const struct iovec *, int);

#if PACKWHEEL_USE_DARWIN
#if PACKWHEEL_MACOS_AT_LEAST(11, 0)
ssize_t preadv(int, const struct iovec *, int, off_t);
ssize_t pwritev(int, const struct iovec *, int, off_t);
#endif
enum uio_rw {
  UIO_READ = 0,
  UIO_WRITE = 1
};

#endif

PACKWHEEL_END_C

#endif
