/*
 * Contexts of execution.
 * Spec: POSIX.1-2004 <ucontext.h>. macOS wants `_XOPEN_SOURCE` of a program that makes its own.
 */
#ifndef PACKWHEEL_UCONTEXT_H
#define PACKWHEEL_UCONTEXT_H

#include <sys/ucontext.h>

#ifdef _XOPEN_SOURCE
PACKWHEEL_BEGIN_C
int getcontext(ucontext_t *);
void makecontext(ucontext_t *, void (*)(void), int, ...);
int setcontext(const ucontext_t *);
int swapcontext(ucontext_t *__restrict, const ucontext_t *__restrict);
PACKWHEEL_END_C
#endif

#endif
