/* What a library or program hands over with functions to call at its end, so that the C library knows whose they are. */
#include "../builtins/rt.h"

void *__dso_handle = &__dso_handle;

#pragma GCC visibility pop
__attribute__((weak)) void __cxa_finalize(void *owner);
#pragma GCC visibility push(hidden)

/*
 * A library that goes before the process does takes its functions with it: they must be called now. After the library's
 * other destructors, which is why it has the priority of the first constructor.
 */
__attribute__((destructor(101))) static void finish(void)
{
    if (__cxa_finalize != 0)
        __cxa_finalize(__dso_handle);
}
