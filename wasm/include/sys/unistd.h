/* <sys/unistd.h>: another name of <unistd.h>. */
#ifndef PACKWHEEL_SYS_UNISTD_H
#define PACKWHEEL_SYS_UNISTD_H

#include <features.h>
#include <unistd.h>

#endif
