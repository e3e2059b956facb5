/* Atomic operations on objects of all sizes, alone and from several threads at a time. */
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The helpers by their own names; compilers know these as functions of many types. */
void load(size_t, const volatile void *, void *, int) __asm__("__atomic_load");
void store(size_t, volatile void *, void *, int) __asm__("__atomic_store");
void exchange(size_t, volatile void *, void *, void *, int) __asm__("__atomic_exchange");
_Bool compare_exchange(size_t, volatile void *, void *, void *, int, int) __asm__("__atomic_compare_exchange");

#define SEQ 5
#define CHECK(condition) if (!(condition)) printf("line %d: " #condition "\n", __LINE__), exit(1)

enum { THREADS = 4, STEPS = 5000, LONGEST = 40 };

static unsigned char shared[LONGEST] __attribute__((aligned(16)));

/* Adds 1 to the first byte of an object of 24 bytes, and the same to its last, by way of compare-and-swap. */
static void *count_up(void *unused)
{
    (void)unused;
    for (int step = 0; step < STEPS; step++) {
        unsigned char old[24], next[24];

        load(sizeof old, shared, old, SEQ);
        do {
            memcpy(next, old, sizeof next);
            uint32_t value;
            memcpy(&value, next, 4);
            value++;
            memcpy(next, &value, 4);
            memcpy(next + 20, &value, 4);
        } while (!compare_exchange(sizeof old, shared, old, next, SEQ, SEQ));
    }
    return 0;
}

#ifdef __SIZEOF_INT128__
typedef unsigned __int128 u128;
u128 load_16(volatile u128 *, int) __asm__("__atomic_load_16");
void store_16(volatile u128 *, u128, int) __asm__("__atomic_store_16");
u128 exchange_16(volatile u128 *, u128, int) __asm__("__atomic_exchange_16");
u128 add_16(volatile u128 *, u128, int) __asm__("__atomic_fetch_add_16");
u128 sub_16(volatile u128 *, u128, int) __asm__("__atomic_fetch_sub_16");
u128 and_16(volatile u128 *, u128, int) __asm__("__atomic_fetch_and_16");
u128 or_16(volatile u128 *, u128, int) __asm__("__atomic_fetch_or_16");
u128 xor_16(volatile u128 *, u128, int) __asm__("__atomic_fetch_xor_16");
u128 nand_16(volatile u128 *, u128, int) __asm__("__atomic_fetch_nand_16");
_Bool compare_exchange_16(volatile u128 *, u128 *, u128, int, int) __asm__("__atomic_compare_exchange_16");

static u128 total;

static void *add_up(void *unused)
{
    (void)unused;
    for (int step = 0; step < STEPS; step++)
        add_16(&total, ((u128)1 << 64) + 3, SEQ);
    return 0;
}

static void check_16(void)
{
    u128 big = (u128)0x0123456789abcdef << 64 | 0xfedcba9876543210, object = big, expected = 5;

    CHECK(load_16(&object, SEQ) == big);
    CHECK(exchange_16(&object, 7, SEQ) == big && object == 7);
    store_16(&object, big, SEQ);
    CHECK(object == big);
    CHECK(add_16(&object, big, SEQ) == big && object == big + big);
    CHECK(sub_16(&object, big, SEQ) == big + big && object == big);
    CHECK(and_16(&object, ~(u128)0xff, SEQ) == big && object == (big & ~(u128)0xff));
    CHECK(or_16(&object, 0xff, SEQ) == (big & ~(u128)0xff) && object == (big | 0xff));
    CHECK(xor_16(&object, big, SEQ) == (big | 0xff) && object == ((big | 0xff) ^ big));
    object = big;
    CHECK(nand_16(&object, 0xff, SEQ) == big && object == ~(big & 0xff));
    CHECK(!compare_exchange_16(&object, &expected, 9, SEQ, SEQ) && expected == ~(big & 0xff));
    CHECK(compare_exchange_16(&object, &expected, 9, SEQ, SEQ) && object == 9);
}
#endif

#ifdef __x86_64__
u128 sync_swap(volatile u128 *, u128, u128) __asm__("__sync_val_compare_and_swap_16");
u128 sync_set(volatile u128 *, u128) __asm__("__sync_lock_test_and_set_16");
u128 sync_add(volatile u128 *, u128) __asm__("__sync_fetch_and_add_16");
u128 sync_nand(volatile u128 *, u128) __asm__("__sync_fetch_and_nand_16");
u128 sync_max(volatile u128 *, u128) __asm__("__sync_fetch_and_max_16");
u128 sync_min(volatile u128 *, u128) __asm__("__sync_fetch_and_min_16");
u128 sync_umax(volatile u128 *, u128) __asm__("__sync_fetch_and_umax_16");
u128 sync_umin(volatile u128 *, u128) __asm__("__sync_fetch_and_umin_16");

static void check_sync(void)
{
    u128 minus = -(u128)1, object = 5;

    CHECK(sync_swap(&object, 4, 9) == 5 && object == 5);
    CHECK(sync_swap(&object, 5, 9) == 5 && object == 9);
    CHECK(sync_set(&object, minus) == 9 && object == minus);
    CHECK(sync_add(&object, 3) == minus && object == 2);
    CHECK(sync_nand(&object, 6) == 2 && object == ~(u128)2);
    CHECK(sync_max(&object, 7) == ~(u128)2 && object == 7);
    CHECK(sync_umax(&object, minus) == 7 && object == minus);
    CHECK(sync_umin(&object, 8) == minus && object == 8);
    CHECK(sync_min(&object, minus) == 8 && object == minus);
}
#endif

#ifdef __i386__
uint64_t load_8(volatile void *, int) __asm__("__atomic_load_8");
void store_8(volatile void *, uint64_t, int) __asm__("__atomic_store_8");
uint64_t exchange_8(volatile void *, uint64_t, int) __asm__("__atomic_exchange_8");
uint64_t add_8(volatile void *, uint64_t, int) __asm__("__atomic_fetch_add_8");
_Bool compare_exchange_8(volatile void *, uint64_t *, uint64_t, int, int) __asm__("__atomic_compare_exchange_8");

static void check_8(void)
{
    uint32_t words[4] __attribute__((aligned(8))) = { 0 };
    void *object = words + 1; /* at a multiple of 4 alone */
    uint64_t big = 0x0123456789abcdef, expected = 5;

    store_8(object, big, SEQ);
    CHECK(load_8(object, SEQ) == big && words[1] == 0x89abcdef && words[2] == 0x01234567);
    CHECK(exchange_8(object, 7, SEQ) == big && add_8(object, big, SEQ) == 7);
    CHECK(!compare_exchange_8(object, &expected, 1, SEQ, SEQ) && expected == big + 7);
    CHECK(compare_exchange_8(object, &expected, 1, SEQ, SEQ) && load_8(object, SEQ) == 1);
    CHECK(words[0] == 0 && words[3] == 0);
}
#endif

static void run_threads(void *(*function)(void *))
{
    pthread_t threads[THREADS];

    for (int i = 0; i < THREADS; i++)
        CHECK(pthread_create(&threads[i], 0, function, 0) == 0);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], 0);
}

int main(void)
{
    for (size_t size = 1; size <= LONGEST - 1; size++) {
        for (size_t shift = 0; shift < 2; shift++) {
            unsigned char first[LONGEST], second[LONGEST], result[LONGEST], *object = shared + shift;
            for (size_t i = 0; i < size; i++)
                first[i] = (unsigned char)(i + 1), second[i] = (unsigned char)(200 - i);
            store(size, object, first, SEQ);
            load(size, object, result, SEQ);
            CHECK(memcmp(result, first, size) == 0 && memcmp(object, first, size) == 0);
            exchange(size, object, second, result, SEQ);
            CHECK(memcmp(result, first, size) == 0 && memcmp(object, second, size) == 0);
            CHECK(!compare_exchange(size, object, first, first, SEQ, SEQ) && memcmp(first, second, size) == 0);
            CHECK(compare_exchange(size, object, first, result, SEQ, SEQ) && memcmp(object, result, size) == 0);
        }
    }
    memset(shared, 0, sizeof shared);
    run_threads(count_up);
    uint32_t low, high;
    memcpy(&low, shared, 4);
    memcpy(&high, shared + 20, 4);
    CHECK(low == THREADS * STEPS && high == low);
#ifdef __SIZEOF_INT128__
    check_16();
    run_threads(add_up);
    CHECK(total == (((u128)1 << 64) + 3) * THREADS * STEPS);
#endif
#ifdef __x86_64__
    check_sync();
#endif
#ifdef __i386__
    check_8();
#endif
    printf("all right\n");
    return 0;
}
