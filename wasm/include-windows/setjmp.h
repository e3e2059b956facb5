/* ISO C17 7.13. A jump restores registers, and runs nothing on its way. */
#ifndef _SETJMP_H
#define _SETJMP_H

#include <corecrt.h>

#if defined(__x86_64__)
#define _JBLEN 16
typedef struct __attribute__((__aligned__(16))) _JBTYPE {
    unsigned long long Part[2];
} _JBTYPE;
#elif defined(__aarch64__)
#define _JBLEN 24
typedef unsigned long long _JBTYPE;
#else
#define _JBLEN 16
typedef int _JBTYPE;
#endif

typedef _JBTYPE jmp_buf[_JBLEN];

__PACKWHEEL_BEGIN
int __packwheel_setjmp(_JBTYPE *) __attribute__((__returns_twice__));
void longjmp(jmp_buf, int) __PACKWHEEL_NAME(__packwheel_longjmp) __PACKWHEEL_NORETURN;
__PACKWHEEL_END

#define setjmp(environment) __packwheel_setjmp(environment)
#define _setjmp(environment) __packwheel_setjmp(environment)

#endif
