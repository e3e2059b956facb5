/* <sys/epoll.h>: waiting for many files, as Linux has it. */
#ifndef PACKWHEEL_SYS_EPOLL_H
#define PACKWHEEL_SYS_EPOLL_H

#include <features.h>
#define PACKWHEEL_NEED_uint32_t 1
#define PACKWHEEL_NEED_uint64_t 1
#include <bits/typedefs.h>
#include <bits/timespec.h>
#include <bits/sigset-type.h>

#define EPOLLIN 1
#define EPOLLPRI 2
#define EPOLLOUT 4
#define EPOLLERR 8
#define EPOLLHUP 16
#define EPOLLRDNORM 0x40
#define EPOLLRDBAND 0x80
#define EPOLLWRNORM 0x100
#define EPOLLWRBAND 0x200
#define EPOLLMSG 0x400
#define EPOLLRDHUP 0x2000
#define EPOLLEXCLUSIVE 0x10000000
#define EPOLLWAKEUP 0x20000000
#define EPOLLONESHOT 0x40000000
#define EPOLLET 0x80000000
#define EPOLL_CTL_ADD 1
#define EPOLL_CTL_DEL 2
#define EPOLL_CTL_MOD 3
#define EPOLL_CLOEXEC 0x80000

typedef union epoll_data {
  void *ptr;
  int fd;
  uint32_t u32;
  uint64_t u64;
} epoll_data_t;

struct epoll_event {
  uint32_t events;
  epoll_data_t data;
}
#if PACKWHEEL_MACHINE_X86_64 || (PACKWHEEL_MACHINE_I686 && PACKWHEEL_LIBC_GLIBC)
__attribute__((__packed__))
#endif
;

PACKWHEEL_BEGIN_C

int epoll_create(int);
int epoll_create1(int);
int epoll_ctl(int, int, int, struct epoll_event *);
int epoll_pwait(int, struct epoll_event *, int, int, const sigset_t *);
int epoll_wait(int, struct epoll_event *, int, int);
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_GLIBC_AT_LEAST(35)
int epoll_pwait2(int, struct epoll_event *, int, const struct timespec *, const sigset_t *) PACKWHEEL_WIDE_TIME_SYMBOL("__epoll_pwait2_time64");
#endif

PACKWHEEL_END_C

#endif
