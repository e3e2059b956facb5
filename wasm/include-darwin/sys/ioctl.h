/*
 * Requests to devices.
 * Spec: ioctl(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_IOCTL_H
#define PACKWHEEL_SYS_IOCTL_H

#include <bits/darwin.h>
#include <sys/ttycom.h>
#include <sys/ioccom.h>
#include <sys/filio.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

#define TIOCGSIZE 0x40087468
#define TIOCSSIZE 0x80087467

struct ttysize {
  unsigned short ts_lines;
  unsigned short ts_cols;
  unsigned short ts_xxx;
  unsigned short ts_yyy;
};

int ioctl(int, unsigned long, ...);

PACKWHEEL_END_C

#endif
