/*
 * Time.
 * Spec: ISO C17 7.27; POSIX.1-2017 <time.h>.
 */
#ifndef PACKWHEEL_TIME_H
#define PACKWHEEL_TIME_H

#include <features.h>
#include <bits/null.h>
#define __need_size_t
#include <stddef.h>
#define PACKWHEEL_NEED_clock_t
#define PACKWHEEL_NEED_time_t
#include <bits/typedefs.h>
#if PACKWHEEL_USE_POSIX >= 199309 || PACKWHEEL_USE_C11
#include <bits/timespec.h>
#endif
#include <bits/tm.h>

#define CLOCKS_PER_SEC ((__clock_t)1000000)

PACKWHEEL_BEGIN_C

clock_t clock(void) PACKWHEEL_NOTHROW;
time_t time(time_t *) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__time64", "__time64");
PACKWHEEL_CONST double difftime(time_t, time_t) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__difftime64", "__difftime64");
time_t mktime(struct tm *) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__mktime64", "__mktime64");
PACKWHEEL_STRFTIME(3)
size_t strftime(char *__restrict, size_t, const char *__restrict, const struct tm *__restrict) PACKWHEEL_NOTHROW;
struct tm *gmtime(const time_t *) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__gmtime64", "__gmtime64");
struct tm *localtime(const time_t *) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__localtime64", "__localtime64");
char *asctime(const struct tm *) PACKWHEEL_NOTHROW;
char *ctime(const time_t *) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__ctime64", "__ctime64");

#if PACKWHEEL_USE_C11
#define TIME_UTC 1
int timespec_get(struct timespec *, int) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__timespec_get_time64", "__timespec_get64");
#endif
#if PACKWHEEL_USE_C23 && PACKWHEEL_LIBC_GLIBC && PACKWHEEL_GLIBC_AT_LEAST(34)
int timespec_getres(struct timespec *, int) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_POSIX
extern char *tzname[2];
void tzset(void) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_POSIX || PACKWHEEL_USE_C23
struct tm *gmtime_r(const time_t *__restrict, struct tm *__restrict)
    PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__gmtime64_r", "__gmtime64_r");
struct tm *localtime_r(const time_t *__restrict, struct tm *__restrict)
    PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__localtime64_r", "__localtime64_r");
#endif

#if PACKWHEEL_USE_POSIX
char *asctime_r(const struct tm *__restrict, char *__restrict) PACKWHEEL_NOTHROW;
char *ctime_r(const time_t *, char *) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__ctime64_r", "__ctime64_r");
#endif

#if PACKWHEEL_USE_DEFAULT || PACKWHEEL_USE_XOPEN
extern int daylight;
extern long timezone;
#endif

#if PACKWHEEL_USE_POSIX >= 199309
#define PACKWHEEL_NEED_clockid_t
#define PACKWHEEL_NEED_timer_t
#define PACKWHEEL_NEED_pid_t
#include <bits/typedefs.h>

#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#define CLOCK_PROCESS_CPUTIME_ID 2
#define CLOCK_THREAD_CPUTIME_ID 3
#define CLOCK_MONOTONIC_RAW 4
#define CLOCK_REALTIME_COARSE 5
#define CLOCK_MONOTONIC_COARSE 6
#define CLOCK_BOOTTIME 7
#define CLOCK_REALTIME_ALARM 8
#define CLOCK_BOOTTIME_ALARM 9
#define CLOCK_TAI 11
#if PACKWHEEL_LIBC_MUSL
#define CLOCK_SGI_CYCLE 10
#endif
#define TIMER_ABSTIME 1

struct sigevent;
struct itimerspec {
  struct timespec it_interval;
  struct timespec it_value;
};

int nanosleep(const struct timespec *, struct timespec *) PACKWHEEL_TIME64("__nanosleep_time64", "__nanosleep64");
int clock_getres(clockid_t, struct timespec *) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__clock_getres_time64", "__clock_getres64");
int clock_gettime(clockid_t, struct timespec *) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__clock_gettime64", "__clock_gettime64");
int clock_settime(clockid_t, const struct timespec *)
    PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__clock_settime64", "__clock_settime64");
#if PACKWHEEL_USE_POSIX >= 200112
int clock_nanosleep(clockid_t, int, const struct timespec *, struct timespec *)
    PACKWHEEL_TIME64("__clock_nanosleep_time64", "__clock_nanosleep_time64");
int clock_getcpuclockid(pid_t, clockid_t *) PACKWHEEL_NOTHROW;
#endif

int timer_create(clockid_t, struct sigevent *__restrict, timer_t *__restrict) PACKWHEEL_NOTHROW;
int timer_delete(timer_t) PACKWHEEL_NOTHROW;
int timer_settime(timer_t, int, const struct itimerspec *__restrict, struct itimerspec *__restrict)
    PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__timer_settime64", "__timer_settime64");
int timer_gettime(timer_t, struct itimerspec *) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__timer_gettime64", "__timer_gettime64");
int timer_getoverrun(timer_t) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_POSIX >= 200809
#define PACKWHEEL_NEED_locale_t
#include <bits/typedefs.h>
PACKWHEEL_STRFTIME(3)
size_t strftime_l(char *__restrict, size_t, const char *__restrict, const struct tm *__restrict, locale_t) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_XOPEN
char *strptime(const char *__restrict, const char *__restrict, struct tm *__restrict) PACKWHEEL_NOTHROW;
#endif
#if PACKWHEEL_USE_XOPEN >= 500
extern int getdate_err;
struct tm *getdate(const char *);
#endif
#if PACKWHEEL_USE_DEFAULT
time_t timegm(struct tm *) PACKWHEEL_NOTHROW PACKWHEEL_TIME64("__timegm_time64", "__timegm64");
#if PACKWHEEL_LIBC_GLIBC
time_t timelocal(struct tm *) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST int dysize(int) PACKWHEEL_NOTHROW;
#endif
#endif
#if PACKWHEEL_USE_GNU && PACKWHEEL_LIBC_GLIBC
char *strptime_l(const char *__restrict, const char *__restrict, struct tm *__restrict, locale_t) PACKWHEEL_NOTHROW;
int getdate_r(const char *__restrict, struct tm *__restrict);
#endif

PACKWHEEL_END_C

#endif
