/*
 * Control of files.
 * Spec: POSIX.1-2017 <fcntl.h>.
 */
#ifndef PACKWHEEL_FCNTL_H
#define PACKWHEEL_FCNTL_H

#include <bits/darwin.h>
#include <sys/fcntl.h>
#define PACKWHEEL_NEED_mode_t
#define PACKWHEEL_NEED_off_t
#define PACKWHEEL_NEED_pid_t
#define PACKWHEEL_NEED_timespec
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_filesec_t
#include <bits/typedefs.h>
#endif
#define __need_size_t
#include <stddef.h>

#endif
