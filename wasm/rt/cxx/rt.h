/*
 * What the helpers of C++ that are written in C begin with: like all helpers they are hidden in what is built, and they take
 * from the C library what is declared here, without its headers.
 */
#ifndef PACKWHEEL_RT_CXX_H
#define PACKWHEEL_RT_CXX_H

typedef __SIZE_TYPE__ size_t;

/* The letter of `size_t` in C++ symbol names: `unsigned long` is m, `unsigned int` is j. */
#if __SIZEOF_SIZE_T__ == 8 || defined(__wasm__)
#define RT_SIZE_NAME(before, after) before##m##after
#else
#define RT_SIZE_NAME(before, after) before##j##after
#endif

extern void *malloc(size_t);
extern void free(void *);
extern int posix_memalign(void **, size_t, size_t);
extern void abort(void) __attribute__((__noreturn__));
extern int dprintf(int, const char *, ...);
extern int sched_yield(void);

#pragma GCC visibility push(hidden)

/* Says on the standard error what went wrong, and ends the process. */
static inline __attribute__((__noreturn__, __always_inline__)) void rt_fail(const char *what)
{
    dprintf(2, "%s\n", what);
    abort();
}

#endif
