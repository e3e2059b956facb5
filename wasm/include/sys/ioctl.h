/* <sys/ioctl.h>: control of devices, as Linux has it. */
#ifndef PACKWHEEL_SYS_IOCTL_H
#define PACKWHEEL_SYS_IOCTL_H

#include <features.h>
#include <bits/ioctls.h>

struct winsize {
  unsigned short ws_row;
  unsigned short ws_col;
  unsigned short ws_xpixel;
  unsigned short ws_ypixel;
};

PACKWHEEL_BEGIN_C

#if PACKWHEEL_LIBC_MUSL
int ioctl(int, int, ...);
#else
int ioctl(int, unsigned long, ...) PACKWHEEL_WIDE_TIME_SYMBOL("__ioctl_time64");
#endif

PACKWHEEL_END_C

#endif
