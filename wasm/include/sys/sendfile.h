/* <sys/sendfile.h>: copying between files inside of the kernel. */
#ifndef PACKWHEEL_SYS_SENDFILE_H
#define PACKWHEEL_SYS_SENDFILE_H

#include <features.h>
#define PACKWHEEL_NEED_ssize_t 1
#define PACKWHEEL_NEED_off_t 1
#if PACKWHEEL_USE_LARGEFILE64
#define PACKWHEEL_NEED_off64_t 1
#endif
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

ssize_t sendfile(int, int, off_t *, size_t) PACKWHEEL_OFFSET64("sendfile64");
#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_LIBC_GLIBC
ssize_t sendfile64(int, int, off64_t *, size_t);
#else
#define sendfile64 sendfile
#endif
#endif

PACKWHEEL_END_C

#endif
