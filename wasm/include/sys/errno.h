/* <sys/errno.h>: another name of <errno.h>. */
#ifndef PACKWHEEL_SYS_ERRNO_H
#define PACKWHEEL_SYS_ERRNO_H

#include <features.h>
#include <errno.h>

#endif
