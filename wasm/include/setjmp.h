/*
 * Jumps out of functions.
 * Spec: ISO C17 7.13; POSIX.1-2017 <setjmp.h>.
 */
#ifndef PACKWHEEL_SETJMP_H
#define PACKWHEEL_SETJMP_H

#include <features.h>
#include <bits/jmp_buf.h>

PACKWHEEL_BEGIN_C

/* `setjmp` leaves the signal mask alone: glibc's own `setjmp` symbol is the BSD form, which saves it. */
PACKWHEEL_RETURNS_TWICE int _setjmp(jmp_buf) PACKWHEEL_NOTHROW;
#if PACKWHEEL_LIBC_GLIBC
PACKWHEEL_RETURNS_TWICE int setjmp(jmp_buf) PACKWHEEL_NOTHROW PACKWHEEL_REDIRECT("_setjmp");
#else
PACKWHEEL_RETURNS_TWICE int setjmp(jmp_buf) PACKWHEEL_NOTHROW;
#endif
#define setjmp(environment) setjmp(environment)
PACKWHEEL_NORETURN void longjmp(jmp_buf, int) PACKWHEEL_NOTHROW;

#if PACKWHEEL_USE_DEFAULT || PACKWHEEL_USE_XOPEN
PACKWHEEL_NORETURN void _longjmp(jmp_buf, int) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_POSIX
typedef jmp_buf sigjmp_buf;
#if PACKWHEEL_LIBC_GLIBC
PACKWHEEL_RETURNS_TWICE int sigsetjmp(sigjmp_buf, int) PACKWHEEL_NOTHROW PACKWHEEL_REDIRECT("__sigsetjmp");
#else
PACKWHEEL_RETURNS_TWICE int sigsetjmp(sigjmp_buf, int) PACKWHEEL_NOTHROW;
#endif
#define sigsetjmp(environment, mask) sigsetjmp(environment, mask)
PACKWHEEL_NORETURN void siglongjmp(sigjmp_buf, int) PACKWHEEL_NOTHROW;
#endif

PACKWHEEL_END_C

#endif
