/* <wait.h>: another name of <sys/wait.h>. */
#ifndef PACKWHEEL_WAIT_H
#define PACKWHEEL_WAIT_H

#include <features.h>
#include <sys/wait.h>

#endif
