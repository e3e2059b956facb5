/* <ucontext.h>: changing between stacks, which POSIX had until 2008. */
#ifndef PACKWHEEL_UCONTEXT_H
#define PACKWHEEL_UCONTEXT_H

#include <features.h>
#include <bits/ucontext.h>

/* musl has the types alone, for handlers of signals. */
#if PACKWHEEL_LIBC_GLIBC
PACKWHEEL_BEGIN_C

int getcontext(ucontext_t *);
void makecontext(ucontext_t *, void (*)(void), int, ...);
int setcontext(const ucontext_t *);
int swapcontext(ucontext_t *__restrict, const ucontext_t *__restrict);

PACKWHEEL_END_C
#endif

#endif
