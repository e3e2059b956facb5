/*
 * Waiting for several files at once.
 * Spec: POSIX.1-2017 <poll.h>.
 */
#ifndef PACKWHEEL_POLL_H
#define PACKWHEEL_POLL_H

#include <bits/darwin.h>
#include <sys/poll.h>

#endif
