/* <sys/uio.h>: reading and writing in pieces, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_UIO_H
#define PACKWHEEL_SYS_UIO_H

#include <features.h>
#define PACKWHEEL_NEED_ssize_t 1
#define PACKWHEEL_NEED_off_t 1
#define PACKWHEEL_NEED_pid_t 1
#if PACKWHEEL_USE_LARGEFILE64
#define PACKWHEEL_NEED_off64_t 1
#endif
#include <bits/typedefs.h>
#include <bits/iovec.h>

#define UIO_MAXIOV 1024
#if PACKWHEEL_LIBC_GLIBC || (PACKWHEEL_LIBC_MUSL && PACKWHEEL_MACHINE_RISCV64)
#define RWF_HIPRI 1
#define RWF_DSYNC 2
#define RWF_SYNC 4
#define RWF_NOWAIT 8
#define RWF_APPEND 16
#endif
#if (PACKWHEEL_LIBC_GLIBC && PACKWHEEL_MACHINE_X86_64) || (PACKWHEEL_LIBC_MUSL && PACKWHEEL_MACHINE_RISCV64)
#define RWF_NOAPPEND 32
#endif

PACKWHEEL_BEGIN_C

ssize_t readv(int, const struct iovec *, int);
ssize_t writev(int, const struct iovec *, int);
ssize_t preadv(int, const struct iovec *, int, off_t) PACKWHEEL_OFFSET64("preadv64");
ssize_t pwritev(int, const struct iovec *, int, off_t) PACKWHEEL_OFFSET64("pwritev64");

#if PACKWHEEL_USE_GNU
ssize_t process_vm_readv(pid_t, const struct iovec *, unsigned long, const struct iovec *, unsigned long, unsigned long);
ssize_t process_vm_writev(pid_t, const struct iovec *, unsigned long, const struct iovec *, unsigned long, unsigned long);
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_GLIBC_AT_LEAST(26)
ssize_t preadv2(int, const struct iovec *, int, off_t, int) PACKWHEEL_OFFSET64("preadv64v2");
ssize_t pwritev2(int, const struct iovec *, int, off_t, int) PACKWHEEL_OFFSET64("pwritev64v2");
#endif
#endif

#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_LIBC_GLIBC
ssize_t preadv64(int, const struct iovec *, int, off64_t);
ssize_t pwritev64(int, const struct iovec *, int, off64_t);
#else
#define preadv64 preadv
#define pwritev64 pwritev
#endif
#endif

PACKWHEEL_END_C

#endif
