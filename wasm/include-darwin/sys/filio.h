/*
 * Requests to all files.
 * Spec: ioctl(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_FILIO_H
#define PACKWHEEL_SYS_FILIO_H

#include <bits/darwin.h>
#include <sys/ioccom.h>

#define FIOCLEX 0x20006601
#define FIONCLEX 0x20006602
#define FIONREAD 0x4004667f
#define FIONBIO 0x8004667e
#define FIOASYNC 0x8004667d
#define FIOSETOWN 0x8004667c
#define FIOGETOWN 0x4004667b
#define FIODTYPE 0x4004667a

#endif
