/*
 * Terminals.
 * Spec: POSIX.1-2017 <termios.h>.
 */
#ifndef PACKWHEEL_TERMIOS_H
#define PACKWHEEL_TERMIOS_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <sys/termios.h>
#define PACKWHEEL_NEED_pid_t
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

pid_t tcgetsid(int);

PACKWHEEL_END_C

#endif
