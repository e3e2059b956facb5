/*
 * operator new and delete. Without exceptions a lack of memory ends the process, unless the program has set a handler
 * that finds some.
 * Spec: C++17 21.6.2; names: Itanium C++ ABI 5.1.5.
 */
#include "rt.h"

typedef void (*new_handler)(void);

static new_handler handler;

/* std::get_new_handler(), std::set_new_handler(). */
new_handler _ZSt15get_new_handlerv(void)
{
    return __atomic_load_n(&handler, __ATOMIC_ACQUIRE);
}

new_handler _ZSt15set_new_handlerPFvvE(new_handler next)
{
    return __atomic_exchange_n(&handler, next, __ATOMIC_ACQ_REL);
}

/* std::nothrow: an object without content. */
const char _ZSt7nothrow = 0;

static void *allocate(size_t size, size_t alignment)
{
    if (size == 0) size = 1;
    for (;;) {
        void *memory = 0;
        if (alignment <= 2 * sizeof(void *))
            memory = malloc(size);
        else if (posix_memalign(&memory, alignment, size) != 0)
            memory = 0;
        new_handler next;
        if (memory || !(next = _ZSt15get_new_handlerv())) return memory;
        next();
    }
}

static void *allocate_or_fail(size_t size, size_t alignment)
{
    void *memory = allocate(size, alignment);
    if (!memory) rt_fail("operator new: out of memory");
    return memory;
}

/* new T, new T[n]; with std::nothrow, with an alignment, with both. */
#define NEW(kind) \
    void *RT_SIZE_NAME(_Zn##kind, )(size_t size) { return allocate_or_fail(size, 0); } \
    void *RT_SIZE_NAME(_Zn##kind, RKSt9nothrow_t)(size_t size, const void *nothrow) \
    { \
        (void)nothrow; \
        return allocate(size, 0); \
    } \
    void *RT_SIZE_NAME(_Zn##kind, St11align_val_t)(size_t size, size_t alignment) \
    { \
        return allocate_or_fail(size, alignment); \
    } \
    void *RT_SIZE_NAME(_Zn##kind, St11align_val_tRKSt9nothrow_t)(size_t size, size_t alignment, const void *nothrow) \
    { \
        (void)nothrow; \
        return allocate(size, alignment); \
    }

/* delete p, delete[] p; with a size, with an alignment, with both, with std::nothrow. */
#define DELETE(kind) \
    void _Zd##kind##Pv(void *memory) { free(memory); } \
    void RT_SIZE_NAME(_Zd##kind##Pv, )(void *memory, size_t size) \
    { \
        (void)size; \
        free(memory); \
    } \
    void _Zd##kind##PvSt11align_val_t(void *memory, size_t alignment) \
    { \
        (void)alignment; \
        free(memory); \
    } \
    void RT_SIZE_NAME(_Zd##kind##Pv, St11align_val_t)(void *memory, size_t size, size_t alignment) \
    { \
        (void)size, (void)alignment; \
        free(memory); \
    } \
    void _Zd##kind##PvRKSt9nothrow_t(void *memory, const void *nothrow) \
    { \
        (void)nothrow; \
        free(memory); \
    } \
    void _Zd##kind##PvSt11align_val_tRKSt9nothrow_t(void *memory, size_t alignment, const void *nothrow) \
    { \
        (void)alignment, (void)nothrow; \
        free(memory); \
    }

NEW(w)
NEW(a)
DELETE(l)
DELETE(a)
