/* ISO C17 7.27. `time_t` has 64 bits, and the functions are those for it. */
#ifndef _TIME_H
#define _TIME_H

#include <corecrt.h>

#define CLOCKS_PER_SEC 1000
#define CLK_TCK CLOCKS_PER_SEC
#define TIME_UTC 1

typedef long clock_t;

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
};

#ifndef _TIMESPEC_DEFINED
#define _TIMESPEC_DEFINED
struct timespec {
    time_t tv_sec;
    long tv_nsec;
};
#endif

struct _timespec64 {
    __time64_t tv_sec;
    long tv_nsec;
};

__PACKWHEEL_BEGIN

clock_t clock(void);
time_t time(time_t *);
double difftime(time_t, time_t);
time_t mktime(struct tm *);
char *asctime(const struct tm *);
char *ctime(const time_t *);
struct tm *gmtime(const time_t *);
struct tm *localtime(const time_t *);
size_t strftime(char *__PACKWHEEL_RESTRICT, size_t, const char *__PACKWHEEL_RESTRICT,
                const struct tm *__PACKWHEEL_RESTRICT);
int timespec_get(struct timespec *, int);

errno_t asctime_s(char *, size_t, const struct tm *);
errno_t ctime_s(char *, size_t, const time_t *) __PACKWHEEL_NAME(_ctime64_s);
errno_t gmtime_s(struct tm *, const time_t *) __PACKWHEEL_NAME(_gmtime64_s);
errno_t localtime_s(struct tm *, const time_t *) __PACKWHEEL_NAME(_localtime64_s);

__time64_t _time64(__time64_t *);
double _difftime64(__time64_t, __time64_t);
__time64_t _mktime64(struct tm *);
__time64_t _mkgmtime64(struct tm *);
time_t _mkgmtime(struct tm *) __PACKWHEEL_NAME(_mkgmtime64);
char *_ctime64(const __time64_t *);
errno_t _ctime64_s(char *, size_t, const __time64_t *);
struct tm *_gmtime64(const __time64_t *);
errno_t _gmtime64_s(struct tm *, const __time64_t *);
struct tm *_localtime64(const __time64_t *);
errno_t _localtime64_s(struct tm *, const __time64_t *);
int _timespec64_get(struct _timespec64 *, int);
__time32_t _time32(__time32_t *);
double _difftime32(__time32_t, __time32_t);
__time32_t _mktime32(struct tm *);
__time32_t _mkgmtime32(struct tm *);
struct tm *_gmtime32(const __time32_t *);
struct tm *_localtime32(const __time32_t *);
char *_strdate(char *);
char *_strtime(char *);
errno_t _strdate_s(char *, size_t);
errno_t _strtime_s(char *, size_t);
size_t _strftime_l(char *, size_t, const char *, const struct tm *, _locale_t);
void _tzset(void);
int *__daylight(void);
long *__timezone(void);
long *__dstbias(void);
char **__tzname(void);
errno_t _get_daylight(int *);
errno_t _get_timezone(long *);
errno_t _get_dstbias(long *);
errno_t _get_tzname(size_t *, char *, size_t, int);
unsigned _getsystime(struct tm *);
unsigned _setsystime(struct tm *, unsigned);

#ifndef __STRICT_ANSI__
void tzset(void);
#endif

wchar_t *_wasctime(const struct tm *);
wchar_t *_wctime64(const __time64_t *);
size_t wcsftime(wchar_t *__PACKWHEEL_RESTRICT, size_t, const wchar_t *__PACKWHEEL_RESTRICT,
                const struct tm *__PACKWHEEL_RESTRICT);

__PACKWHEEL_END

#define _daylight (*__daylight())
#define _timezone (*__timezone())
#define _dstbias (*__dstbias())
#define _tzname (__tzname())

#endif
