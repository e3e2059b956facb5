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
    printf("all right\n");
    return 0;
}
