/* <poll.h>: waiting for several files, POSIX.1-2017. */
#ifndef PACKWHEEL_POLL_H
#define PACKWHEEL_POLL_H

#include <features.h>
#include <bits/timespec.h>
#include <bits/sigset-type.h>

#define POLLIN 1
#define POLLPRI 2
#define POLLOUT 4
#define POLLERR 8
#define POLLHUP 16
#define POLLNVAL 32
#define POLLRDNORM 0x40
#define POLLRDBAND 0x80
#define POLLWRNORM 0x100
#define POLLWRBAND 0x200
#define POLLMSG 0x400
#define POLLRDHUP 0x2000
#if PACKWHEEL_LIBC_GLIBC
#define POLLREMOVE 0x1000
#endif

typedef unsigned long nfds_t;

struct pollfd {
  int fd;
  short events;
  short revents;
};

PACKWHEEL_BEGIN_C

int poll(struct pollfd *, nfds_t, int);
#if PACKWHEEL_USE_GNU
int ppoll(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *) PACKWHEEL_TIME64("__ppoll_time64", "__ppoll64");
#endif

PACKWHEEL_END_C

#endif
