/* <sys/utsname.h>: the name of the system, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_UTSNAME_H
#define PACKWHEEL_SYS_UTSNAME_H

#include <features.h>

struct utsname {
  char sysname[65];
  char nodename[65];
  char release[65];
  char version[65];
  char machine[65];
#if PACKWHEEL_USE_GNU
  char domainname[65];
#else
  char __domainname[65];
#endif
};

PACKWHEEL_BEGIN_C

int uname(struct utsname *);

PACKWHEEL_END_C

#endif
