/* <aio.h>: input and output in the background, POSIX.1-2017. */
#ifndef PACKWHEEL_AIO_H
#define PACKWHEEL_AIO_H

#include <features.h>
#define PACKWHEEL_NEED_ssize_t 1
#define PACKWHEEL_NEED_off_t 1
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>
#include <bits/timespec.h>
#include <bits/sigevent.h>

#define AIO_CANCELED 0
#define AIO_NOTCANCELED 1
#define AIO_ALLDONE 2
#define LIO_READ 0
#define LIO_WAIT 0
#define LIO_NOWAIT 1
#define LIO_WRITE 1
#define LIO_NOP 2

struct aiocb {
  int aio_fildes;
  int aio_lio_opcode;
  int aio_reqprio;
  volatile void *aio_buf;
  size_t aio_nbytes;
  struct sigevent aio_sigevent;
  void *__next;
  int __state[3];
  ssize_t __result;
  off_t aio_offset;
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_WORD_BITS == 32 && !PACKWHEEL_OFFSET_REDIRECTED
  char __reserved_1[4];
#endif
  char __reserved_2[32];
};

#if PACKWHEEL_TIME_REDIRECTED
#define PACKWHEEL_AIO_SUSPEND_SYMBOL PACKWHEEL_REDIRECT("__aio_suspend_time64")
#else
#define PACKWHEEL_AIO_SUSPEND_SYMBOL PACKWHEEL_OFFSET64("aio_suspend64")
#endif

PACKWHEEL_BEGIN_C

int aio_cancel(int, struct aiocb *) PACKWHEEL_OFFSET64("aio_cancel64");
int aio_error(const struct aiocb *) PACKWHEEL_OFFSET64("aio_error64");
int aio_fsync(int, struct aiocb *) PACKWHEEL_OFFSET64("aio_fsync64");
int aio_read(struct aiocb *) PACKWHEEL_OFFSET64("aio_read64");
ssize_t aio_return(struct aiocb *) PACKWHEEL_OFFSET64("aio_return64");
int aio_suspend(const struct aiocb *const[], int, const struct timespec *__restrict)
  PACKWHEEL_AIO_SUSPEND_SYMBOL;
int aio_write(struct aiocb *) PACKWHEEL_OFFSET64("aio_write64");
#if PACKWHEEL_LIBC_MUSL
int lio_listio(int, struct aiocb *__restrict const[PACKWHEEL_RESTRICT_ARRAY], int, struct sigevent *__restrict);
#else
int lio_listio(int, struct aiocb *const[PACKWHEEL_RESTRICT_ARRAY], int, struct sigevent *__restrict)
  PACKWHEEL_OFFSET64("lio_listio64");
#endif

PACKWHEEL_END_C

#endif
