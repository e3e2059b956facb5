/*
 * Destructors of thread_local variables, for C libraries without `__cxa_thread_atexit_impl` (musl; glibc before 2.18).
 * Spec: Itanium C++ ABI 3.3.5.2.
 *
 * A thread's list hangs on a key of POSIX threads, whose end the C library announces. The thread that ends the process
 * announces no end of keys, so that its list is also run at exit.
 */
#include "rt.h"

struct entry {
    void (*destroy)(void *);
    void *object;
    struct entry *next;
};

extern void *__dso_handle;

#pragma GCC visibility pop
int __cxa_atexit(void (*)(void *), void *, void *);
int pthread_key_create(unsigned *, void (*)(void *));
void *pthread_getspecific(unsigned);
int pthread_setspecific(unsigned, const void *);
extern int __cxa_thread_atexit_impl(void (*)(void *), void *, void *) __attribute__((__weak__));
#pragma GCC visibility push(hidden)

static unsigned key;
/* 0: no key yet, 1: somebody is making it, 2: there is one. */
static int state;

static void run_list(void *list)
{
    struct entry *entry = list;
    while (entry) {
        struct entry *next = entry->next;
        entry->destroy(entry->object);
        free(entry);
        entry = next;
    }
}

/* A destructor may make further variables: they come into a new list. */
static void run_all(void *unused)
{
    void *list;
    (void)unused;
    while ((list = pthread_getspecific(key))) {
        pthread_setspecific(key, 0);
        run_list(list);
    }
}

static void make_key(void)
{
    int expected = 0;
    if (__atomic_compare_exchange_n(&state, &expected, 1, 0, __ATOMIC_ACQUIRE, __ATOMIC_ACQUIRE)) {
        if (pthread_key_create(&key, run_list) != 0) rt_fail("thread_local: no key left");
        __cxa_atexit(run_all, 0, &__dso_handle);
        __atomic_store_n(&state, 2, __ATOMIC_RELEASE);
        return;
    }
    while (__atomic_load_n(&state, __ATOMIC_ACQUIRE) != 2) sched_yield();
}

int __cxa_thread_atexit(void (*destroy)(void *), void *object, void *owner)
{
    struct entry *entry;
    if (__cxa_thread_atexit_impl) return __cxa_thread_atexit_impl(destroy, object, owner);
    if (__atomic_load_n(&state, __ATOMIC_ACQUIRE) != 2) make_key();
    entry = malloc(sizeof *entry);
    if (!entry) return -1;
    entry->destroy = destroy;
    entry->object = object;
    entry->next = pthread_getspecific(key);
    return pthread_setspecific(key, entry);
}
