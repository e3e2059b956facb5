/*
 * Locks on whole files.
 * Spec: flock(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_FILE_H
#define PACKWHEEL_SYS_FILE_H

#include <bits/darwin.h>
#include <sys/types.h>
#include <sys/fcntl.h>
#include <sys/unistd.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_timespec
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_filesec_t
#include <bits/typedefs.h>
#endif

#endif
