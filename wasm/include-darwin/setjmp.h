/*
 * Jumps out of functions.
 * Spec: ISO C17 7.13; POSIX.1-2017 <setjmp.h>. A buffer holds the registers that calls keep, and the signal mask.
 */
#ifndef PACKWHEEL_SETJMP_H
#define PACKWHEEL_SETJMP_H

#include <bits/darwin.h>

#ifdef __x86_64__
#define _JBLEN ((9 * 2) + 3 + 16)
#else
#define _JBLEN ((14 + 8 + 2) * 2)
#endif
typedef int jmp_buf[_JBLEN];
typedef int sigjmp_buf[_JBLEN + 1];

PACKWHEEL_BEGIN_C

PACKWHEEL_RETURNS_TWICE int setjmp(jmp_buf);
PACKWHEEL_NORETURN void longjmp(jmp_buf, int);
#if PACKWHEEL_USE_POSIX
PACKWHEEL_RETURNS_TWICE int _setjmp(jmp_buf);
PACKWHEEL_NORETURN void _longjmp(jmp_buf, int);
PACKWHEEL_RETURNS_TWICE int sigsetjmp(sigjmp_buf, int);
PACKWHEEL_NORETURN void siglongjmp(sigjmp_buf, int);
#endif
#if PACKWHEEL_USE_DARWIN
#ifdef __x86_64__
void longjmperror(void);
#endif
#endif

PACKWHEEL_END_C

#endif
