/* By its name of BSD. */
#ifndef PACKWHEEL_SYS_ERRNO_H
#define PACKWHEEL_SYS_ERRNO_H

#include <errno.h>

#endif
