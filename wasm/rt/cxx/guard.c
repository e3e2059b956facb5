/*
 * Static variables of functions: the first thread that comes by makes them, others wait.
 * Spec: Itanium C++ ABI 3.3.3; "C++ ABI for the Arm Architecture" 3.2.3.
 *
 * A guard's first byte (on ARM its lowest bit) says that the variable is made; code looks there before it calls. The second
 * byte is ours: 1 while somebody is making it.
 */
#include "rt.h"

#ifdef __arm__
typedef unsigned guard;
#else
typedef unsigned long long guard;
#endif

static unsigned char *made(guard *object) { return (unsigned char *)object; }
static unsigned char *in_work(guard *object) { return (unsigned char *)object + 1; }

/* @returns 1 when the caller is to make the variable. */
int __cxa_guard_acquire(guard *object)
{
    for (;;) {
        unsigned char free_to_take = 0;
        if (__atomic_load_n(made(object), __ATOMIC_ACQUIRE)) return 0;
        if (__atomic_compare_exchange_n(in_work(object), &free_to_take, 1, 0, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) {
            if (!__atomic_load_n(made(object), __ATOMIC_ACQUIRE)) return 1;
            __atomic_store_n(in_work(object), 0, __ATOMIC_RELEASE);
            return 0;
        }
        sched_yield();
    }
}

void __cxa_guard_release(guard *object)
{
    __atomic_store_n(made(object), 1, __ATOMIC_RELEASE);
    __atomic_store_n(in_work(object), 0, __ATOMIC_RELEASE);
}

void __cxa_guard_abort(guard *object)
{
    __atomic_store_n(in_work(object), 0, __ATOMIC_RELEASE);
}
