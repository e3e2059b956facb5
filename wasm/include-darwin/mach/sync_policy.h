/*
 * Who is woken first.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_SYNC_POLICY_H
#define PACKWHEEL_MACH_SYNC_POLICY_H

#include <bits/darwin.h>

typedef int sync_policy_t;

#define SYNC_POLICY_FIFO 0
#define SYNC_POLICY_FIXED_PRIORITY 1
#define SYNC_POLICY_REVERSED 2
#define SYNC_POLICY_ORDER_MASK 3
#define SYNC_POLICY_LIFO 2

#endif
