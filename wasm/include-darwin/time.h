/*
 * Time.
 * Spec: ISO C17 7.27; POSIX.1-2017 <time.h>; section 3 of Darwin's manual.
 */
#ifndef PACKWHEEL_TIME_H
#define PACKWHEEL_TIME_H

#include <bits/darwin.h>
#include <bits/null.h>
#define __need_size_t
#include <stddef.h>
#define PACKWHEEL_NEED_clock_t
#define PACKWHEEL_NEED_time_t
#define PACKWHEEL_NEED_timespec
#include <bits/typedefs.h>

struct tm {
  int tm_sec;
  int tm_min;
  int tm_hour;
  int tm_mday;
  int tm_mon;
  int tm_year;
  int tm_wday;
  int tm_yday;
  int tm_isdst;
  long tm_gmtoff;
  char *tm_zone;
};

#define CLOCKS_PER_SEC ((clock_t)1000000)
#if PACKWHEEL_MACOS_AT_LEAST(10, 15)
#define TIME_UTC 1
#endif

PACKWHEEL_BEGIN_C

char *asctime(const struct tm *);
clock_t clock(void);
char *ctime(const time_t *);
double difftime(time_t, time_t);
struct tm *gmtime(const time_t *);
struct tm *localtime(const time_t *);
time_t mktime(struct tm *);
PACKWHEEL_STRFTIME(3) size_t strftime(char *__restrict, size_t, const char *__restrict, const struct tm *__restrict);
time_t time(time_t *);
#if PACKWHEEL_MACOS_AT_LEAST(10, 15)
int timespec_get(struct timespec *, int);
#endif

#if PACKWHEEL_USE_POSIX
#define CLK_TCK 100
extern char *tzname[];
extern int getdate_err;
extern long timezone;
extern int daylight;
char *asctime_r(const struct tm *__restrict, char *__restrict);
char *ctime_r(const time_t *, char *);
struct tm *getdate(const char *);
struct tm *gmtime_r(const time_t *__restrict, struct tm *__restrict);
struct tm *localtime_r(const time_t *__restrict, struct tm *__restrict);
int nanosleep(const struct timespec *, struct timespec *);
char *strptime(const char *__restrict, const char *__restrict, struct tm *__restrict);
void tzset(void);

typedef enum {
  _CLOCK_REALTIME = 0,
  _CLOCK_MONOTONIC = 6,
  _CLOCK_MONOTONIC_RAW = 4,
  _CLOCK_MONOTONIC_RAW_APPROX = 5,
  _CLOCK_UPTIME_RAW = 8,
  _CLOCK_UPTIME_RAW_APPROX = 9,
  _CLOCK_PROCESS_CPUTIME_ID = 12,
  _CLOCK_THREAD_CPUTIME_ID = 16
} clockid_t;
#define CLOCK_REALTIME _CLOCK_REALTIME
#define CLOCK_MONOTONIC _CLOCK_MONOTONIC
#define CLOCK_PROCESS_CPUTIME_ID _CLOCK_PROCESS_CPUTIME_ID
#define CLOCK_THREAD_CPUTIME_ID _CLOCK_THREAD_CPUTIME_ID
#if PACKWHEEL_USE_DARWIN
#define CLOCK_MONOTONIC_RAW _CLOCK_MONOTONIC_RAW
#define CLOCK_MONOTONIC_RAW_APPROX _CLOCK_MONOTONIC_RAW_APPROX
#define CLOCK_UPTIME_RAW _CLOCK_UPTIME_RAW
#define CLOCK_UPTIME_RAW_APPROX _CLOCK_UPTIME_RAW_APPROX
__uint64_t clock_gettime_nsec_np(clockid_t);
#endif
int clock_getres(clockid_t, struct timespec *);
int clock_gettime(clockid_t, struct timespec *);
int clock_settime(clockid_t, const struct timespec *);
#endif

#if PACKWHEEL_USE_DARWIN
time_t posix2time(time_t);
time_t time2posix(time_t);
time_t timegm(struct tm *);
time_t timelocal(struct tm *);
void tzsetwall(void);
#endif

PACKWHEEL_END_C

#endif
