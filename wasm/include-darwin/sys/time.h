/*
 * Time of the day, and alarms.
 * Spec: POSIX.1-2017 <sys/time.h>.
 */
#ifndef PACKWHEEL_SYS_TIME_H
#define PACKWHEEL_SYS_TIME_H

#include <bits/darwin.h>
#include <bits/fd_set.h>
#include <sys/select.h>
#include <sys/cdefs.h>
#include <time.h>
#define PACKWHEEL_NEED_suseconds_t
#define PACKWHEEL_NEED_time_t
#define PACKWHEEL_NEED_timespec
#define PACKWHEEL_NEED_timeval
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_clock_t
#include <bits/typedefs.h>
#endif

PACKWHEEL_BEGIN_C

#define ITIMER_REAL 0
#define ITIMER_VIRTUAL 1
#define ITIMER_PROF 2

struct itimerval {
  struct timeval it_interval;
  struct timeval it_value;
};

int getitimer(int, struct itimerval *);
int gettimeofday(struct timeval *__restrict, void *__restrict);
int setitimer(int, const struct itimerval *__restrict, struct itimerval *__restrict);
int utimes(const char *, const struct timeval *);

#if PACKWHEEL_USE_DARWIN
#define TIMEVAL_TO_TIMESPEC(from, to) ((void)((to)->tv_sec = (from)->tv_sec, (to)->tv_nsec = (from)->tv_usec * 1000))
#define TIMESPEC_TO_TIMEVAL(to, from) ((void)((to)->tv_sec = (from)->tv_sec, (to)->tv_usec = (from)->tv_nsec / 1000))
#define timerclear(time) ((void)((time)->tv_sec = (time)->tv_usec = 0))
#define timerisset(time) ((time)->tv_sec != 0 || (time)->tv_usec != 0)
#define timercmp(left, right, operator) \
  ((left)->tv_sec == (right)->tv_sec ? (left)->tv_usec operator(right)->tv_usec \
                                     : (left)->tv_sec operator(right)->tv_sec)
#define timevalcmp(left, right, operator) timercmp(left, right, operator)
#define timeradd(left, right, sum) \
  do { \
    (sum)->tv_sec = (left)->tv_sec + (right)->tv_sec; \
    (sum)->tv_usec = (left)->tv_usec + (right)->tv_usec; \
    if ((sum)->tv_usec >= 1000000) { \
      (sum)->tv_sec++; \
      (sum)->tv_usec -= 1000000; \
    } \
  } while (0)
#define timersub(left, right, difference) \
  do { \
    (difference)->tv_sec = (left)->tv_sec - (right)->tv_sec; \
    (difference)->tv_usec = (left)->tv_usec - (right)->tv_usec; \
    if ((difference)->tv_usec < 0) { \
      (difference)->tv_sec--; \
      (difference)->tv_usec += 1000000; \
    } \
  } while (0)
#define DST_NONE 0
#define DST_USA 1
#define DST_AUST 2
#define DST_WET 3
#define DST_MET 4
#define DST_EET 5
#define DST_CAN 6

struct timezone {
  int tz_minuteswest;
  int tz_dsttime;
};
struct clockinfo {
  int hz;
  int tick;
  int tickadj;
  int stathz;
  int profhz;
};

int adjtime(const struct timeval *, struct timeval *);
int futimes(int, const struct timeval *);
int lutimes(const char *, const struct timeval *);
int settimeofday(const struct timeval *, const struct timezone *);
#endif

PACKWHEEL_END_C

#endif
