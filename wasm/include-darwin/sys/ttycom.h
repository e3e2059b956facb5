/*
 * Requests to terminals.
 * Spec: tty(4) of Darwin.
 */
#ifndef PACKWHEEL_SYS_TTYCOM_H
#define PACKWHEEL_SYS_TTYCOM_H

#include <bits/darwin.h>
#include <sys/ioccom.h>

#define TIOCGETA _IOR('t', 19, struct termios)
#define TIOCSETA _IOW('t', 20, struct termios)
#define TIOCSETAW _IOW('t', 21, struct termios)
#define TIOCSETAF _IOW('t', 22, struct termios)
#define TIOCTIMESTAMP _IOR('t', 89, struct timeval)
#define TIOCDCDTIMESTAMP _IOR('t', 88, struct timeval)
#define UIOCCMD(number) _IO('u', number)

#define TIOCMODG 0x40047403
#define TIOCMODS 0x80047404
#define TIOCM_LE 1
#define TIOCM_DTR 2
#define TIOCM_RTS 4
#define TIOCM_ST 8
#define TIOCM_SR 0x10
#define TIOCM_CTS 0x20
#define TIOCM_CAR 0x40
#define TIOCM_CD 0x40
#define TIOCM_RNG 0x80
#define TIOCM_RI 0x80
#define TIOCM_DSR 0x100
#define TIOCEXCL 0x2000740d
#define TIOCNXCL 0x2000740e
#define TIOCFLUSH 0x80047410
#define TIOCGETD 0x4004741a
#define TIOCSETD 0x8004741b
#define TIOCIXON 0x20007481
#define TIOCIXOFF 0x20007480
#define TIOCSBRK 0x2000747b
#define TIOCCBRK 0x2000747a
#define TIOCSDTR 0x20007479
#define TIOCCDTR 0x20007478
#define TIOCGPGRP 0x40047477
#define TIOCSPGRP 0x80047476
#define TIOCOUTQ 0x40047473
#define TIOCSTI 0x80017472
#define TIOCNOTTY 0x20007471
#define TIOCPKT 0x80047470
#define TIOCPKT_DATA 0
#define TIOCPKT_FLUSHREAD 1
#define TIOCPKT_FLUSHWRITE 2
#define TIOCPKT_STOP 4
#define TIOCPKT_START 8
#define TIOCPKT_NOSTOP 0x10
#define TIOCPKT_DOSTOP 0x20
#define TIOCPKT_IOCTL 0x40
#define TIOCSTOP 0x2000746f
#define TIOCSTART 0x2000746e
#define TIOCMSET 0x8004746d
#define TIOCMBIS 0x8004746c
#define TIOCMBIC 0x8004746b
#define TIOCMGET 0x4004746a
#define TIOCGWINSZ 0x40087468
#define TIOCSWINSZ 0x80087467
#define TIOCUCNTL 0x80047466
#define TIOCSTAT 0x20007465
#define TIOCSCONS 0x20007463
#define TIOCCONS 0x80047462
#define TIOCSCTTY 0x20007461
#define TIOCEXT 0x80047460
#define TIOCSIG 0x2000745f
#define TIOCDRAIN 0x2000745e
#define TIOCMSDTRWAIT 0x8004745b
#define TIOCMGDTRWAIT 0x4004745a
#define TIOCSDRAINWAIT 0x80047457
#define TIOCGDRAINWAIT 0x40047456
#define TIOCDSIMICROCODE 0x20007455
#define TIOCPTYGRANT 0x20007454
#define TIOCPTYGNAME 0x40807453
#define TIOCPTYUNLK 0x20007452
#define TTYDISC 0
#define TABLDISC 3
#define SLIPDISC 4
#define PPPDISC 5

struct winsize {
  unsigned short ws_row;
  unsigned short ws_col;
  unsigned short ws_xpixel;
  unsigned short ws_ypixel;
};

#endif
