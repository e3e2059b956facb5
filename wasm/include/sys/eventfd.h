/* <sys/eventfd.h>: a counter that can be waited for, as Linux has it. */
#ifndef PACKWHEEL_SYS_EVENTFD_H
#define PACKWHEEL_SYS_EVENTFD_H

#include <features.h>
#define PACKWHEEL_NEED_uint64_t 1
#include <bits/typedefs.h>

#define EFD_SEMAPHORE 1
#define EFD_NONBLOCK 0x800
#define EFD_CLOEXEC 0x80000

typedef uint64_t eventfd_t;

PACKWHEEL_BEGIN_C

int eventfd(unsigned int, int);
int eventfd_read(int, eventfd_t *);
int eventfd_write(int, eventfd_t);

PACKWHEEL_END_C

#endif
