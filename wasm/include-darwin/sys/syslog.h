/*
 * The log of the system.
 * Spec: POSIX.1-2017 <syslog.h>.
 */
#ifndef PACKWHEEL_SYS_SYSLOG_H
#define PACKWHEEL_SYS_SYSLOG_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

#define LOG_PRI(priority) ((priority)&LOG_PRIMASK)
#define LOG_MAKEPRI(facility, priority) ((facility) | (priority))
#define LOG_FAC(priority) (((priority)&LOG_FACMASK) >> 3)
#define LOG_MASK(priority) (1 << (priority))
#define LOG_UPTO(priority) ((1 << ((priority) + 1)) - 1)

#define _PATH_LOG "/var/run/syslog"
#define LOG_EMERG 0
#define LOG_ALERT 1
#define LOG_CRIT 2
#define LOG_ERR 3
#define LOG_WARNING 4
#define LOG_NOTICE 5
#define LOG_INFO 6
#define LOG_DEBUG 7
#define LOG_PRIMASK 7
#define LOG_KERN 0
#define LOG_USER 8
#define LOG_MAIL 0x10
#define LOG_DAEMON 24
#define LOG_AUTH 0x20
#define LOG_SYSLOG 40
#define LOG_LPR 48
#define LOG_NEWS 56
#define LOG_UUCP 0x40
#define LOG_CRON 72
#define LOG_AUTHPRIV 80
#define LOG_FTP 88
#define LOG_NETINFO 96
#define LOG_REMOTEAUTH 104
#define LOG_INSTALL 112
#define LOG_RAS 120
#define LOG_LOCAL0 0x80
#define LOG_LOCAL1 136
#define LOG_LOCAL2 144
#define LOG_LOCAL3 152
#define LOG_LOCAL4 160
#define LOG_LOCAL5 168
#define LOG_LOCAL6 176
#define LOG_LOCAL7 184
#define LOG_LAUNCHD 192
#define LOG_NFACILITIES 25
#define LOG_FACMASK 1016
#define LOG_PID 1
#define LOG_CONS 2
#define LOG_ODELAY 4
#define LOG_NDELAY 8
#define LOG_NOWAIT 0x10
#define LOG_PERROR 0x20

int setlogmask(int);
void closelog(void);
void openlog(const char *, int, int);
#if PACKWHEEL_USE_DARWIN
PACKWHEEL_PRINTF(2, 3) void syslog(int, const char *, ...) PACKWHEEL_EXTENDED("syslog");
#else
PACKWHEEL_PRINTF(2, 3) void syslog(int, const char *, ...);
#endif

#if PACKWHEEL_USE_DARWIN
void vsyslog(int, const char *, __darwin_va_list);
#endif

PACKWHEEL_END_C

#endif
