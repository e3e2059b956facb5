/*
 * The order in which threads run.
 * Spec: POSIX.1-2017 <sched.h>.
 */
#ifndef PACKWHEEL_SCHED_H
#define PACKWHEEL_SCHED_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

struct sched_param {
  int sched_priority;
  char __opaque[4];
};

int sched_get_priority_max(int);
int sched_get_priority_min(int);
int sched_yield(void);

PACKWHEEL_END_C

#endif
