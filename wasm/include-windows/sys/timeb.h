/* The time with milliseconds. */
#ifndef _SYS_TIMEB_H
#define _SYS_TIMEB_H

#include <corecrt.h>

struct __timeb32 {
    __time32_t time;
    unsigned short millitm;
    short timezone;
    short dstflag;
};

struct __timeb64 {
    __time64_t time;
    unsigned short millitm;
    short timezone;
    short dstflag;
};

#define _timeb __timeb64
#define _ftime _ftime64
#define _ftime_s _ftime64_s

__PACKWHEEL_BEGIN
void _ftime32(struct __timeb32 *);
void _ftime64(struct __timeb64 *);
errno_t _ftime64_s(struct __timeb64 *);
__PACKWHEEL_END

#endif
