/*
 * Reading and writing beside the program.
 * Spec: POSIX.1-2017 <aio.h>.
 */
#ifndef PACKWHEEL_AIO_H
#define PACKWHEEL_AIO_H

#include <bits/darwin.h>
#define PACKWHEEL_NEED_off_t
#define PACKWHEEL_NEED_pid_t
#define PACKWHEEL_NEED_sigset_t
#define PACKWHEEL_NEED_ssize_t
#define PACKWHEEL_NEED_timespec
#define PACKWHEEL_NEED_uid_t
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

#endif
