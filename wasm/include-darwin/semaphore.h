/*
 * Semaphores.
 * Spec: POSIX.1-2017 <semaphore.h>.
 */
#ifndef PACKWHEEL_SEMAPHORE_H
#define PACKWHEEL_SEMAPHORE_H

#include <bits/darwin.h>
#include <sys/types.h>
#include <sys/fcntl.h>
#include <sys/semaphore.h>
#define PACKWHEEL_NEED_timespec
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_filesec_t
#include <bits/typedefs.h>
#endif

#endif
