/*
 * How numbers of requests are made up.
 * Spec: ioctl(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_IOCCOM_H
#define PACKWHEEL_SYS_IOCCOM_H

#include <bits/darwin.h>

#define IOCPARM_LEN(request) (((request) >> 16) & IOCPARM_MASK)
#define IOCBASECMD(request) ((request) & ~(IOCPARM_MASK << 16))
#define IOCGROUP(request) (((request) >> 8) & 0xff)
#define _IOC(direction, group, number, length) \
  ((direction) | (((length)&IOCPARM_MASK) << 16) | ((group) << 8) | (number))
#define _IO(group, number) _IOC(IOC_VOID, (group), (number), 0)
#define _IOR(group, number, type) _IOC(IOC_OUT, (group), (number), sizeof(type))
#define _IOW(group, number, type) _IOC(IOC_IN, (group), (number), sizeof(type))
#define _IOWR(group, number, type) _IOC(IOC_INOUT, (group), (number), sizeof(type))

#define IOCPARM_MASK 0x1fff
#define IOCPARM_MAX 0x2000
#define IOC_VOID 0x20000000
#define IOC_OUT 0x40000000
#define IOC_IN 0x80000000
#define IOC_INOUT 0xc0000000
#define IOC_DIRMASK 0xe0000000

#endif
