/* <sys/fcntl.h>: another name of <fcntl.h>. */
#ifndef PACKWHEEL_SYS_FCNTL_H
#define PACKWHEEL_SYS_FCNTL_H

#include <features.h>
#include <fcntl.h>

#endif
