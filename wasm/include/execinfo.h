/* <execinfo.h>: the calls on the stack, as glibc has them. */
#ifndef PACKWHEEL_EXECINFO_H
#define PACKWHEEL_EXECINFO_H

#include <features.h>

#if !PACKWHEEL_LIBC_GLIBC
#error "<execinfo.h> is a header of glibc: musl has no backtrace()"
#endif

PACKWHEEL_BEGIN_C

int backtrace(void **, int);
char **backtrace_symbols(void *const *, int);
void backtrace_symbols_fd(void *const *, int, int);

PACKWHEEL_END_C

#endif
