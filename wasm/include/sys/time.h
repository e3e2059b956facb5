/* <sys/time.h>: times of microseconds, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_TIME_H
#define PACKWHEEL_SYS_TIME_H

#include <features.h>
#include <bits/timeval.h>
#include <sys/select.h>

#define ITIMER_REAL 0
#define ITIMER_VIRTUAL 1
#define ITIMER_PROF 2

struct itimerval {
  struct timeval it_interval;
  struct timeval it_value;
};

struct timezone {
  int tz_minuteswest;
  int tz_dsttime;
};

#define timerisset(time) ((time)->tv_sec || (time)->tv_usec)
#define timerclear(time) ((time)->tv_sec = (time)->tv_usec = 0)
#define timercmp(left, right, compare) \
  ((left)->tv_sec == (right)->tv_sec ? (left)->tv_usec compare (right)->tv_usec : (left)->tv_sec compare (right)->tv_sec)
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

PACKWHEEL_BEGIN_C

#if PACKWHEEL_LIBC_MUSL
int getitimer(int, struct itimerval *) PACKWHEEL_TIME64("__getitimer_time64", "__getitimer64");
int gettimeofday(struct timeval *__restrict, void *__restrict) PACKWHEEL_TIME64("__gettimeofday_time64", "__gettimeofday64");
int setitimer(int, const struct itimerval *__restrict, struct itimerval *__restrict) PACKWHEEL_TIME64("__setitimer_time64", "__setitimer64");
int settimeofday(const struct timeval *, const struct timezone *) PACKWHEEL_TIME64("__settimeofday_time64", "__settimeofday64");
#else
enum __itimer_which { __ITIMER_REAL, __ITIMER_VIRTUAL, __ITIMER_PROF };
#ifdef __cplusplus
#define PACKWHEEL_ITIMER int
#else
#define PACKWHEEL_ITIMER enum __itimer_which
#endif
int getitimer(PACKWHEEL_ITIMER, struct itimerval *) PACKWHEEL_WIDE_TIME_SYMBOL("__getitimer64");
int gettimeofday(struct timeval *__restrict, void *__restrict) PACKWHEEL_WIDE_TIME_SYMBOL("__gettimeofday64");
int setitimer(PACKWHEEL_ITIMER, const struct itimerval *__restrict, struct itimerval *__restrict) PACKWHEEL_WIDE_TIME_SYMBOL("__setitimer64");
int settimeofday(const struct timeval *, const struct timezone *) PACKWHEEL_WIDE_TIME_SYMBOL("__settimeofday64");
#endif
int adjtime(const struct timeval *, struct timeval *) PACKWHEEL_TIME64("__adjtime64", "__adjtime64");
int futimes(int, const struct timeval[2]) PACKWHEEL_TIME64("__futimes_time64", "__futimes64");
int futimesat(int, const char *, const struct timeval[2]) PACKWHEEL_TIME64("__futimesat_time64", "__futimesat64");
int lutimes(const char *, const struct timeval[2]) PACKWHEEL_TIME64("__lutimes_time64", "__lutimes64");
int utimes(const char *, const struct timeval[2]) PACKWHEEL_TIME64("__utimes_time64", "__utimes64");

PACKWHEEL_END_C

#endif
