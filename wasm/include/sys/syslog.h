/* <sys/syslog.h>: another name of <syslog.h>. */
#ifndef PACKWHEEL_SYS_SYSLOG_H
#define PACKWHEEL_SYS_SYSLOG_H

#include <features.h>
#include <syslog.h>

#endif
