/*
 * A lock that knows its owner.
 * Spec: os_unfair_lock(3) of Darwin.
 */
#ifndef PACKWHEEL_OS_LOCK_H
#define PACKWHEEL_OS_LOCK_H

#include <bits/darwin.h>
#include <sys/types.h>
#include <stdbool.h>
#include <sys/cdefs.h>
#include <stdint.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_rsize_t
#include <bits/typedefs.h>
#endif
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

#ifdef __cplusplus
#define OS_UNFAIR_LOCK_INIT (os_unfair_lock())
#else
#define OS_UNFAIR_LOCK_INIT ((os_unfair_lock){0})
#endif

#define OS_LOCK_API_VERSION 0x1339f35

typedef struct os_unfair_lock_s *os_unfair_lock_t;
typedef struct os_unfair_lock_s {
  __uint32_t _os_unfair_lock_opaque;
} os_unfair_lock;

bool os_unfair_lock_trylock(os_unfair_lock_t);
void os_unfair_lock_assert_not_owner(os_unfair_lock_t);
void os_unfair_lock_assert_owner(os_unfair_lock_t);
void os_unfair_lock_lock(os_unfair_lock_t);
void os_unfair_lock_unlock(os_unfair_lock_t);

PACKWHEEL_END_C

#endif
