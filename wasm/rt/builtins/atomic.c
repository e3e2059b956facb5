/*
 * Atomic operations on what the machine has no instructions for, with the names and arguments of libatomic.
 * On x86_64, 16 bytes go through cmpxchg16b where the processor has it, as libatomic does; all else goes through locks that
 * this library alone knows: an object that two libraries share must be one for which there are instructions.
 */
#include "rt.h"

typedef __SIZE_TYPE__ size;
typedef __UINTPTR_TYPE__ address;
/* On i686 a plain u64 may lie at any multiple of 4. */
typedef u64 aligned_u64 __attribute__((aligned(8)));

#define LOCKS 64
static u8 locks[LOCKS];

static void lock(const volatile void *object)
{
    u8 *own = &locks[((address)object >> 4) % LOCKS];

    while (__atomic_exchange_n(own, 1, __ATOMIC_ACQUIRE) != 0)
        while (__atomic_load_n(own, __ATOMIC_RELAXED) != 0)
            ;
}

static void unlock(const volatile void *object)
{
    __atomic_store_n(&locks[((address)object >> 4) % LOCKS], 0, __ATOMIC_RELEASE);
}

/* One byte at a time, as `volatile` says, so that no compiler makes a call of it. */
static void copy(volatile void *to, const volatile void *from, size count)
{
    volatile u8 *target = to;
    const volatile u8 *source = from;

    for (size i = 0; i < count; i++)
        target[i] = source[i];
}

static int differ(const volatile void *left, const volatile void *right, size count)
{
    const volatile u8 *a = left, *b = right;

    for (size i = 0; i < count; i++)
        if (a[i] != b[i])
            return 1;
    return 0;
}

#ifdef __SIZEOF_INT128__
#ifdef __x86_64__
static int has_cmpxchg16b(void)
{
    static int known; /* 0: not asked yet, 1: no, 2: yes */

    if (__atomic_load_n(&known, __ATOMIC_RELAXED) == 0) {
        u32 a = 1, b, c = 0, d;

        __asm__("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
        __atomic_store_n(&known, (c & 1u << 13) != 0 ? 2 : 1, __ATOMIC_RELAXED);
    }
    return __atomic_load_n(&known, __ATOMIC_RELAXED) == 2;
}

static int swap_if_equal(volatile u128 *object, u128 *expected, u128 desired)
{
    u64 low = (u64)*expected, high = (u64)(*expected >> 64);
    u8 equal;

    __asm__ volatile("lock cmpxchg16b %1\n\tsete %0"
                     : "=q"(equal), "+m"(*object), "+a"(low), "+d"(high)
                     : "b"((u64)desired), "c"((u64)(desired >> 64))
                     : "cc", "memory");
    *expected = (u128)high << 64 | low;
    return equal;
}
#endif

/* Compares the object with `expected`, and puts `desired` in its place, or its value into `expected`. */
static int compare_and_swap_16(volatile u128 *object, u128 *expected, u128 desired)
{
#ifdef __x86_64__
    if (has_cmpxchg16b())
        return swap_if_equal(object, expected, desired);
#endif
    lock(object);
    u128 value = *object;
    int equal = value == *expected;
    if (equal)
        *object = desired;
    else
        *expected = value;
    unlock(object);
    return equal;
}

/* `next` is what to put in the place of `value`. */
#define UPDATE(next)                                                                                                   \
    u128 value = 0;                                                                                                    \
    while (!compare_and_swap_16(object, &value, next))                                                                 \
        ;                                                                                                              \
    return value

/* Compilers know the real names as functions of another type; the order is always the strongest. */
#define NAMED(name) RT_NAMED("__atomic_" name "_16")
u128 load_16(volatile u128 *object, int order) NAMED("load");
void store_16(volatile u128 *object, u128 desired, int order) NAMED("store");
u128 exchange_16(volatile u128 *object, u128 desired, int order) NAMED("exchange");
_Bool compare_exchange_16(volatile u128 *object, u128 *expected, u128 desired, int success, int failure)
    NAMED("compare_exchange");
u128 fetch_add_16(volatile u128 *object, u128 other, int order) NAMED("fetch_add");
u128 fetch_sub_16(volatile u128 *object, u128 other, int order) NAMED("fetch_sub");
u128 fetch_and_16(volatile u128 *object, u128 other, int order) NAMED("fetch_and");
u128 fetch_or_16(volatile u128 *object, u128 other, int order) NAMED("fetch_or");
u128 fetch_xor_16(volatile u128 *object, u128 other, int order) NAMED("fetch_xor");
u128 fetch_nand_16(volatile u128 *object, u128 other, int order) NAMED("fetch_nand");

u128 load_16(volatile u128 *object, int order)
{
    u128 value = 0;

    (void)order;
    compare_and_swap_16(object, &value, 0);
    return value;
}

void store_16(volatile u128 *object, u128 desired, int order)
{
    u128 value = 0;

    (void)order;
    while (!compare_and_swap_16(object, &value, desired))
        ;
}

u128 exchange_16(volatile u128 *object, u128 desired, int order) { (void)order; UPDATE(desired); }
u128 fetch_add_16(volatile u128 *object, u128 other, int order) { (void)order; UPDATE(value + other); }
u128 fetch_sub_16(volatile u128 *object, u128 other, int order) { (void)order; UPDATE(value - other); }
u128 fetch_and_16(volatile u128 *object, u128 other, int order) { (void)order; UPDATE(value & other); }
u128 fetch_or_16(volatile u128 *object, u128 other, int order) { (void)order; UPDATE(value | other); }
u128 fetch_xor_16(volatile u128 *object, u128 other, int order) { (void)order; UPDATE(value ^ other); }
u128 fetch_nand_16(volatile u128 *object, u128 other, int order) { (void)order; UPDATE(~(value & other)); }

_Bool compare_exchange_16(volatile u128 *object, u128 *expected, u128 desired, int success, int failure)
{
    (void)success;
    (void)failure;
    return compare_and_swap_16(object, expected, desired);
}
#endif

#if defined(__x86_64__)
/* By these names the code generator wants the same. */
#define SYNC(name) RT_NAMED("__sync_" name "_16")
u128 sync_compare_and_swap(volatile u128 *object, u128 expected, u128 desired) SYNC("val_compare_and_swap");
u128 sync_test_and_set(volatile u128 *object, u128 desired) SYNC("lock_test_and_set");
u128 sync_add(volatile u128 *object, u128 other) SYNC("fetch_and_add");
u128 sync_sub(volatile u128 *object, u128 other) SYNC("fetch_and_sub");
u128 sync_and(volatile u128 *object, u128 other) SYNC("fetch_and_and");
u128 sync_or(volatile u128 *object, u128 other) SYNC("fetch_and_or");
u128 sync_xor(volatile u128 *object, u128 other) SYNC("fetch_and_xor");
u128 sync_nand(volatile u128 *object, u128 other) SYNC("fetch_and_nand");
u128 sync_max(volatile u128 *object, u128 other) SYNC("fetch_and_max");
u128 sync_min(volatile u128 *object, u128 other) SYNC("fetch_and_min");
u128 sync_umax(volatile u128 *object, u128 other) SYNC("fetch_and_umax");
u128 sync_umin(volatile u128 *object, u128 other) SYNC("fetch_and_umin");

u128 sync_compare_and_swap(volatile u128 *object, u128 expected, u128 desired)
{
    compare_and_swap_16(object, &expected, desired);
    return expected;
}

u128 sync_test_and_set(volatile u128 *object, u128 desired) { UPDATE(desired); }
u128 sync_add(volatile u128 *object, u128 other) { UPDATE(value + other); }
u128 sync_sub(volatile u128 *object, u128 other) { UPDATE(value - other); }
u128 sync_and(volatile u128 *object, u128 other) { UPDATE(value & other); }
u128 sync_or(volatile u128 *object, u128 other) { UPDATE(value | other); }
u128 sync_xor(volatile u128 *object, u128 other) { UPDATE(value ^ other); }
u128 sync_nand(volatile u128 *object, u128 other) { UPDATE(~(value & other)); }
u128 sync_max(volatile u128 *object, u128 other) { UPDATE((i128)value > (i128)other ? value : other); }
u128 sync_min(volatile u128 *object, u128 other) { UPDATE((i128)value < (i128)other ? value : other); }
u128 sync_umax(volatile u128 *object, u128 other) { UPDATE(value > other ? value : other); }
u128 sync_umin(volatile u128 *object, u128 other) { UPDATE(value < other ? value : other); }
#endif

#ifdef __i386__
/*
 * A u64 at a multiple of 4, for which compilers do not use the instruction that is right at any place. Code elsewhere uses
 * it where they know of a multiple of 8; so does libatomic.
 */
static int compare_and_swap_8(volatile u64 *object, u64 *expected, u64 desired)
{
    return __atomic_compare_exchange_n((volatile aligned_u64 *)object, expected, desired, 0, __ATOMIC_SEQ_CST,
                                       __ATOMIC_SEQ_CST);
}

#define UPDATE_8(next)                                                                                                 \
    u64 value = 0;                                                                                                     \
    while (!compare_and_swap_8(object, &value, next))                                                                  \
        ;                                                                                                              \
    return value

#define NAMED_8(name) RT_NAMED("__atomic_" name "_8")
u64 load_8(volatile u64 *object, int order) NAMED_8("load");
void store_8(volatile u64 *object, u64 desired, int order) NAMED_8("store");
u64 exchange_8(volatile u64 *object, u64 desired, int order) NAMED_8("exchange");
_Bool compare_exchange_8(volatile u64 *object, u64 *expected, u64 desired, int success, int failure)
    NAMED_8("compare_exchange");
u64 fetch_add_8(volatile u64 *object, u64 other, int order) NAMED_8("fetch_add");
u64 fetch_sub_8(volatile u64 *object, u64 other, int order) NAMED_8("fetch_sub");
u64 fetch_and_8(volatile u64 *object, u64 other, int order) NAMED_8("fetch_and");
u64 fetch_or_8(volatile u64 *object, u64 other, int order) NAMED_8("fetch_or");
u64 fetch_xor_8(volatile u64 *object, u64 other, int order) NAMED_8("fetch_xor");
u64 fetch_nand_8(volatile u64 *object, u64 other, int order) NAMED_8("fetch_nand");

u64 load_8(volatile u64 *object, int order)
{
    u64 value = 0;

    (void)order;
    compare_and_swap_8(object, &value, 0);
    return value;
}

void store_8(volatile u64 *object, u64 desired, int order)
{
    u64 value = 0;

    (void)order;
    while (!compare_and_swap_8(object, &value, desired))
        ;
}

u64 exchange_8(volatile u64 *object, u64 desired, int order) { (void)order; UPDATE_8(desired); }
u64 fetch_add_8(volatile u64 *object, u64 other, int order) { (void)order; UPDATE_8(value + other); }
u64 fetch_sub_8(volatile u64 *object, u64 other, int order) { (void)order; UPDATE_8(value - other); }
u64 fetch_and_8(volatile u64 *object, u64 other, int order) { (void)order; UPDATE_8(value & other); }
u64 fetch_or_8(volatile u64 *object, u64 other, int order) { (void)order; UPDATE_8(value | other); }
u64 fetch_xor_8(volatile u64 *object, u64 other, int order) { (void)order; UPDATE_8(value ^ other); }
u64 fetch_nand_8(volatile u64 *object, u64 other, int order) { (void)order; UPDATE_8(~(value & other)); }

_Bool compare_exchange_8(volatile u64 *object, u64 *expected, u64 desired, int success, int failure)
{
    (void)success;
    (void)failure;
    return compare_and_swap_8(object, expected, desired);
}
#endif

/* Whether objects of this size, at this place, have instructions. */
static int is_native(size count, const volatile void *object)
{
    return (count == 1 || count == 2 || count == 4 || count == 8) && (address)object % count == 0;
}

#define FOR_NATIVE_SIZES(action)                                                                                       \
    switch (count) {                                                                                                   \
    case 1: action(u8);                                                                                                \
    case 2: action(u16);                                                                                               \
    case 4: action(u32);                                                                                               \
    default: action(aligned_u64);                                                                                      \
    }

void atomic_load(size count, const volatile void *object, void *result, int order) RT_NAMED("__atomic_load");
void atomic_store(size count, volatile void *object, void *value, int order) RT_NAMED("__atomic_store");
void atomic_exchange(size count, volatile void *object, void *value, void *result, int order) RT_NAMED("__atomic_exchange");
_Bool atomic_compare_exchange(size count, volatile void *object, void *expected, void *desired, int success, int failure)
    RT_NAMED("__atomic_compare_exchange");
_Bool atomic_is_lock_free(size count, const volatile void *object) RT_NAMED("__atomic_is_lock_free");

void atomic_load(size count, const volatile void *object, void *result, int order)
{
    (void)order;
    if (is_native(count, object)) {
#define LOAD(type) *(type *)result = __atomic_load_n((const volatile type *)object, __ATOMIC_SEQ_CST); return
        FOR_NATIVE_SIZES(LOAD)
    }
    lock(object);
    copy(result, object, count);
    unlock(object);
}

void atomic_store(size count, volatile void *object, void *value, int order)
{
    (void)order;
    if (is_native(count, object)) {
#define STORE(type) __atomic_store_n((volatile type *)object, *(type *)value, __ATOMIC_SEQ_CST); return
        FOR_NATIVE_SIZES(STORE)
    }
    lock(object);
    copy(object, value, count);
    unlock(object);
}

void atomic_exchange(size count, volatile void *object, void *value, void *result, int order)
{
    (void)order;
    if (is_native(count, object)) {
#define EXCHANGE(type)                                                                                                 \
    *(type *)result = __atomic_exchange_n((volatile type *)object, *(type *)value, __ATOMIC_SEQ_CST);                  \
    return
        FOR_NATIVE_SIZES(EXCHANGE)
    }
    lock(object);
    for (size i = 0; i < count; i++) {
        /* `value` and `result` may be one. */
        u8 old = ((volatile u8 *)object)[i];
        ((volatile u8 *)object)[i] = ((volatile u8 *)value)[i];
        ((volatile u8 *)result)[i] = old;
    }
    unlock(object);
}

_Bool atomic_compare_exchange(size count, volatile void *object, void *expected, void *desired, int success, int failure)
{
    (void)success;
    (void)failure;
    if (is_native(count, object)) {
#define COMPARE_EXCHANGE(type)                                                                                         \
    return __atomic_compare_exchange_n((volatile type *)object, (type *)expected, *(type *)desired, 0,                 \
                                       __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)
        FOR_NATIVE_SIZES(COMPARE_EXCHANGE)
    }
    lock(object);
    int equal = !differ(object, expected, count);
    if (equal)
        copy(object, desired, count);
    else
        copy(expected, object, count);
    unlock(object);
    return equal;
}

_Bool atomic_is_lock_free(size count, const volatile void *object)
{
    return is_native(count, object);
}
