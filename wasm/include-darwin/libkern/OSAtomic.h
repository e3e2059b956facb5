/*
 * Atomic operations from before C had them, by those of the compiler.
 * Spec: atomic(3) of Darwin.
 */
#ifndef PACKWHEEL_LIBKERN_OSATOMIC_H
#define PACKWHEEL_LIBKERN_OSATOMIC_H

#include <bits/darwin.h>
#include <stdbool.h>
#include <stdint.h>

#define PACKWHEEL_ATOMIC(bits) \
  PACKWHEEL_INLINE int##bits##_t OSAtomicAdd##bits(int##bits##_t amount, volatile int##bits##_t *place) \
  { \
    return __atomic_add_fetch(place, amount, __ATOMIC_RELAXED); \
  } \
  PACKWHEEL_INLINE int##bits##_t OSAtomicAdd##bits##Barrier(int##bits##_t amount, volatile int##bits##_t *place) \
  { \
    return __atomic_add_fetch(place, amount, __ATOMIC_SEQ_CST); \
  } \
  PACKWHEEL_INLINE int##bits##_t OSAtomicIncrement##bits(volatile int##bits##_t *place) \
  { \
    return __atomic_add_fetch(place, 1, __ATOMIC_RELAXED); \
  } \
  PACKWHEEL_INLINE int##bits##_t OSAtomicIncrement##bits##Barrier(volatile int##bits##_t *place) \
  { \
    return __atomic_add_fetch(place, 1, __ATOMIC_SEQ_CST); \
  } \
  PACKWHEEL_INLINE int##bits##_t OSAtomicDecrement##bits(volatile int##bits##_t *place) \
  { \
    return __atomic_sub_fetch(place, 1, __ATOMIC_RELAXED); \
  } \
  PACKWHEEL_INLINE int##bits##_t OSAtomicDecrement##bits##Barrier(volatile int##bits##_t *place) \
  { \
    return __atomic_sub_fetch(place, 1, __ATOMIC_SEQ_CST); \
  }
PACKWHEEL_ATOMIC(32)
PACKWHEEL_ATOMIC(64)
#undef PACKWHEEL_ATOMIC

#define PACKWHEEL_SWAP(name, type, order) \
  PACKWHEEL_INLINE bool OSAtomicCompareAndSwap##name(type expected, type desired, type volatile *place) \
  { \
    return __atomic_compare_exchange_n(place, &expected, desired, false, order, __ATOMIC_RELAXED); \
  }
PACKWHEEL_SWAP(32, int32_t, __ATOMIC_RELAXED)
PACKWHEEL_SWAP(32Barrier, int32_t, __ATOMIC_SEQ_CST)
PACKWHEEL_SWAP(64, int64_t, __ATOMIC_RELAXED)
PACKWHEEL_SWAP(64Barrier, int64_t, __ATOMIC_SEQ_CST)
PACKWHEEL_SWAP(Int, int, __ATOMIC_RELAXED)
PACKWHEEL_SWAP(IntBarrier, int, __ATOMIC_SEQ_CST)
PACKWHEEL_SWAP(Long, long, __ATOMIC_RELAXED)
PACKWHEEL_SWAP(LongBarrier, long, __ATOMIC_SEQ_CST)
PACKWHEEL_SWAP(Ptr, void *, __ATOMIC_RELAXED)
PACKWHEEL_SWAP(PtrBarrier, void *, __ATOMIC_SEQ_CST)
#undef PACKWHEEL_SWAP

PACKWHEEL_INLINE void OSMemoryBarrier(void) { __atomic_thread_fence(__ATOMIC_SEQ_CST); }

typedef int32_t OSSpinLock;
#define OS_SPINLOCK_INIT 0
PACKWHEEL_BEGIN_C
bool OSSpinLockTry(volatile OSSpinLock *);
void OSSpinLockLock(volatile OSSpinLock *);
void OSSpinLockUnlock(volatile OSSpinLock *);
PACKWHEEL_END_C

#endif
