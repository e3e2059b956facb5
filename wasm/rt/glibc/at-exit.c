/*
 * Functions that glibc has not in its library but in each that uses them, because they tell whose they are.
 */
#include "../builtins/rt.h"

extern void *__dso_handle;

#pragma GCC visibility pop
int __cxa_atexit(void (*function)(void *), void *argument, void *owner);
int __cxa_at_quick_exit(void (*function)(void *), void *owner);
int __register_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void), void *owner);
#pragma GCC visibility push(hidden)

int atexit(void (*function)(void))
{
    return __cxa_atexit((void (*)(void *))function, 0, __dso_handle);
}

int at_quick_exit(void (*function)(void))
{
    return __cxa_at_quick_exit((void (*)(void *))function, __dso_handle);
}

int pthread_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void))
{
    return __register_atfork(prepare, parent, child, __dso_handle);
}
