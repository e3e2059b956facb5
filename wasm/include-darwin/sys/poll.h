/*
 * Waiting for several files at once.
 * Spec: POSIX.1-2017 <poll.h>.
 */
#ifndef PACKWHEEL_SYS_POLL_H
#define PACKWHEEL_SYS_POLL_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

#define POLLIN 1
#define POLLPRI 2
#define POLLOUT 4
#define POLLRDNORM 0x40
#define POLLWRNORM 4
#define POLLRDBAND 0x80
#define POLLWRBAND 0x100
#define POLLEXTEND 0x200
#define POLLATTRIB 0x400
#define POLLNLINK 0x800
#define POLLWRITE 0x1000
#define POLLERR 8
#define POLLHUP 0x10
#define POLLNVAL 0x20
#define POLLSTANDARD 511

typedef unsigned int nfds_t;
struct pollfd {
  int fd;
  short events;
  short revents;
};

int poll(struct pollfd *, nfds_t, int);

PACKWHEEL_END_C

#endif
