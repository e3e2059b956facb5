/* <sys/termios.h>: another name of <termios.h>. */
#ifndef PACKWHEEL_SYS_TERMIOS_H
#define PACKWHEEL_SYS_TERMIOS_H

#include <features.h>
#include <termios.h>

#endif
