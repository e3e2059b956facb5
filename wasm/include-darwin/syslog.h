/*
 * The log of the system.
 * Spec: POSIX.1-2017 <syslog.h>.
 */
#ifndef PACKWHEEL_SYSLOG_H
#define PACKWHEEL_SYSLOG_H

#include <bits/darwin.h>
#include <sys/syslog.h>

#endif
