/*
 * What libraries and programs do at their start and end: constructors, destructors and functions given to `atexit`.
 * The linker gathers the pointers of `.ctors` and `.dtors`, each list begun by -1 and ended by 0.
 * Spec: https://gcc.gnu.org/onlinedocs/gccint/Initialization.html
 */
#ifndef PACKWHEEL_RT_WINDOWS_HOOKS_H
#define PACKWHEEL_RT_WINDOWS_HOOKS_H

#include "../builtins/rt.h"

typedef void hook(void);

extern hook *const __CTOR_LIST__[];
extern hook *const __DTOR_LIST__[];

/* What calls the functions that were given to `atexit`, if any were. */
extern hook *packwheel_run_at_exit;

/* The last of the list is the first to be called. */
RT_INLINE void run_constructors(void)
{
    int count = 0;

    while (__CTOR_LIST__[count + 1] != 0)
        count++;
    for (; count > 0; count--)
        __CTOR_LIST__[count]();
}

RT_INLINE void run_at_end(void)
{
    if (packwheel_run_at_exit != 0)
        packwheel_run_at_exit();
    for (int index = 1; __DTOR_LIST__[index] != 0; index++)
        __DTOR_LIST__[index]();
}

#endif
