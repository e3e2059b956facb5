/* Setting the times of files. */
#ifndef _SYS_UTIME_H
#define _SYS_UTIME_H

#include <corecrt.h>

struct __utimbuf32 {
    __time32_t actime;
    __time32_t modtime;
};

struct __utimbuf64 {
    __time64_t actime;
    __time64_t modtime;
};

#define _utimbuf __utimbuf64
#define _utime _utime64
#define _futime _futime64
#define _wutime _wutime64

__PACKWHEEL_BEGIN
int _utime32(const char *, struct __utimbuf32 *);
int _futime32(int, struct __utimbuf32 *);
int _utime64(const char *, struct __utimbuf64 *);
int _futime64(int, struct __utimbuf64 *);
int _wutime64(const wchar_t *, struct __utimbuf64 *);

#ifndef __STRICT_ANSI__
struct utimbuf {
    time_t actime;
    time_t modtime;
};

int utime(const char *, struct utimbuf *) __PACKWHEEL_NAME(_utime64);
#endif
__PACKWHEEL_END

#endif
