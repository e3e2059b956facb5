/*
 * The name of the system.
 * Spec: POSIX.1-2017 <sys/utsname.h>.
 */
#ifndef PACKWHEEL_SYS_UTSNAME_H
#define PACKWHEEL_SYS_UTSNAME_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

#define _SYS_NAMELEN 0x100

struct utsname {
  char sysname[256];
  char nodename[256];
  char release[256];
  char version[256];
  char machine[256];
};

int uname(struct utsname *);

PACKWHEEL_END_C

#endif
