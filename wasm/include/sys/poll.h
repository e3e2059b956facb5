/* <sys/poll.h>: another name of <poll.h>. */
#ifndef PACKWHEEL_SYS_POLL_H
#define PACKWHEEL_SYS_POLL_H

#include <features.h>
#include <poll.h>

#endif
