/* <sys/timerfd.h>: timers that can be waited for, as Linux has them. */
#ifndef PACKWHEEL_SYS_TIMERFD_H
#define PACKWHEEL_SYS_TIMERFD_H

#include <features.h>
#include <time.h>

#define TFD_TIMER_ABSTIME 1
#define TFD_TIMER_CANCEL_ON_SET 2
#define TFD_NONBLOCK 0x800
#define TFD_CLOEXEC 0x80000

struct itimerspec;

PACKWHEEL_BEGIN_C

int timerfd_create(int, int);
int timerfd_gettime(int, struct itimerspec *) PACKWHEEL_TIME64("__timerfd_gettime64", "__timerfd_gettime64");
int timerfd_settime(int, int, const struct itimerspec *, struct itimerspec *) PACKWHEEL_TIME64("__timerfd_settime64", "__timerfd_settime64");

PACKWHEEL_END_C

#endif
