/*
 * Terminals for programs.
 * Spec: openpty(3) of Darwin.
 */
#ifndef PACKWHEEL_UTIL_H
#define PACKWHEEL_UTIL_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <sys/ttycom.h>
#include <sys/types.h>
#include <stdio.h>
#include <pwd.h>
#include <termios.h>
#define PACKWHEEL_NEED_va_list
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_uuid_t
#include <bits/typedefs.h>
#endif

PACKWHEEL_BEGIN_C

#define PIDLOCK_NONBLOCK 1
#define PIDLOCK_USEHOSTNAME 2
#define FPARSELN_UNESCESC 1
#define FPARSELN_UNESCCONT 2
#define FPARSELN_UNESCCOMM 4
#define FPARSELN_UNESCREST 8
#define FPARSELN_UNESCALL 15
#define OPENDEV_PART 1
#define OPENDEV_BLCK 4

char *fparseln(FILE *, size_t *, size_t *, const char *, int);
int login_tty(int);
int logout(const char *);
int opendev(char *, int, int, char **);
int openpty(int *, int *, char *, struct termios *, struct winsize *);
pid_t forkpty(int *, char *, struct termios *, struct winsize *);
void logwtmp(const char *, const char *, const char *);

PACKWHEEL_END_C

#endif
