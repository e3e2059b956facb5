/* <sys/select.h>: waiting for several files, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_SELECT_H
#define PACKWHEEL_SYS_SELECT_H

#include <features.h>
#include <bits/timespec.h>
#include <bits/timeval.h>
#include <bits/sigset-type.h>

#define FD_SETSIZE 1024
#define NFDBITS (8 * (int)sizeof(long))

#if PACKWHEEL_LIBC_MUSL
typedef unsigned long fd_mask;
#else
typedef long fd_mask;
#endif

typedef struct {
  fd_mask fds_bits[FD_SETSIZE / 8 / sizeof(long)];
} fd_set;

#define PACKWHEEL_FD_BIT(file) ((fd_mask)(1UL << ((file) % (8 * (int)sizeof(long)))))
#define FD_SET(file, set) ((void)((set)->fds_bits[(file) / (8 * (int)sizeof(long))] |= PACKWHEEL_FD_BIT(file)))
#define FD_CLR(file, set) ((void)((set)->fds_bits[(file) / (8 * (int)sizeof(long))] &= ~PACKWHEEL_FD_BIT(file)))
#define FD_ISSET(file, set) (((set)->fds_bits[(file) / (8 * (int)sizeof(long))] & PACKWHEEL_FD_BIT(file)) != 0)
#define FD_ZERO(set) \
  do { \
    fd_set *packwheel_set = (set); \
    unsigned int packwheel_word; \
    for (packwheel_word = 0; packwheel_word < FD_SETSIZE / 8 / sizeof(long); packwheel_word++) \
      packwheel_set->fds_bits[packwheel_word] = 0; \
  } while (0)

PACKWHEEL_BEGIN_C

int select(int, fd_set *__restrict, fd_set *__restrict, fd_set *__restrict, struct timeval *__restrict)
  PACKWHEEL_TIME64("__select_time64", "__select64");
int pselect(int, fd_set *__restrict, fd_set *__restrict, fd_set *__restrict, const struct timespec *__restrict,
            const sigset_t *__restrict) PACKWHEEL_TIME64("__pselect_time64", "__pselect64");

PACKWHEEL_END_C

#endif
