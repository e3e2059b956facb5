/*
 * Waiting for several files at once.
 * Spec: POSIX.1-2017 <sys/select.h>.
 */
#ifndef PACKWHEEL_SYS_SELECT_H
#define PACKWHEEL_SYS_SELECT_H

#include <bits/darwin.h>
#include <bits/fd_set.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_sigset_t
#define PACKWHEEL_NEED_suseconds_t
#define PACKWHEEL_NEED_time_t
#define PACKWHEEL_NEED_timespec
#define PACKWHEEL_NEED_timeval
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

int pselect(int, fd_set *__restrict, fd_set *__restrict, fd_set *__restrict, const struct timespec *__restrict,
    const sigset_t *__restrict) PACKWHEEL_1050("pselect");
int select(int, fd_set *__restrict, fd_set *__restrict, fd_set *__restrict,
    struct timeval *__restrict) PACKWHEEL_1050("select");

PACKWHEEL_END_C

#endif
