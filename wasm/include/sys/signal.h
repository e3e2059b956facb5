/* <sys/signal.h>: another name of <signal.h>. */
#ifndef PACKWHEEL_SYS_SIGNAL_H
#define PACKWHEEL_SYS_SIGNAL_H

#include <features.h>
#include <signal.h>

#endif
