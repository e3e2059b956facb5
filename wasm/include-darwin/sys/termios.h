/*
 * Terminals.
 * Spec: POSIX.1-2017 <termios.h>; termios(4) of Darwin.
 */
#ifndef PACKWHEEL_SYS_TERMIOS_H
#define PACKWHEEL_SYS_TERMIOS_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <sys/ttycom.h>

/* No character does this. */
#define _POSIX_VDISABLE ((unsigned char)0xff)

PACKWHEEL_BEGIN_C

#define VEOF 0
#define VEOL 1
#define VERASE 3
#define VKILL 5
#define VINTR 8
#define VQUIT 9
#define VSUSP 10
#define VSTART 12
#define VSTOP 13
#define VMIN 0x10
#define VTIME 17
#define NCCS 20
#define IGNBRK 1
#define BRKINT 2
#define IGNPAR 4
#define PARMRK 8
#define INPCK 0x10
#define ISTRIP 0x20
#define INLCR 0x40
#define IGNCR 0x80
#define ICRNL 0x100
#define IXON 0x200
#define IXOFF 0x400
#define IXANY 0x800
#define OPOST 1
#define ONLCR 2
#define OCRNL 0x10
#define ONOCR 0x20
#define ONLRET 0x40
#define OFILL 0x80
#define NLDLY 0x300
#define TABDLY 3076
#define CRDLY 0x3000
#define FFDLY 0x4000
#define BSDLY 0x8000
#define VTDLY 0x10000
#define OFDEL 0x20000
#define NL0 0
#define NL1 0x100
#define TAB0 0
#define TAB1 0x400
#define TAB2 0x800
#define TAB3 4
#define CR0 0
#define CR1 0x1000
#define CR2 0x2000
#define CR3 0x3000
#define FF0 0
#define FF1 0x4000
#define BS0 0
#define BS1 0x8000
#define VT0 0
#define VT1 0x10000
#define CSIZE 0x300
#define CS5 0
#define CS6 0x100
#define CS7 0x200
#define CS8 0x300
#define CSTOPB 0x400
#define CREAD 0x800
#define PARENB 0x1000
#define PARODD 0x2000
#define HUPCL 0x4000
#define CLOCAL 0x8000
#define ECHOE 2
#define ECHOK 4
#define ECHO 8
#define ECHONL 0x10
#define ISIG 0x80
#define ICANON 0x100
#define IEXTEN 0x400
#define TOSTOP 0x400000
#define NOFLSH 0x80000000
#define TCSANOW 0
#define TCSADRAIN 1
#define TCSAFLUSH 2
#define B0 0
#define B50 50
#define B75 75
#define B110 110
#define B134 134
#define B150 150
#define B200 200
#define B300 300
#define B600 600
#define B1200 1200
#define B1800 1800
#define B2400 2400
#define B4800 0x12c0
#define B9600 0x2580
#define B19200 0x4b00
#define B38400 0x9600
#define TCIFLUSH 1
#define TCOFLUSH 2
#define TCIOFLUSH 3
#define TCOOFF 1
#define TCOON 2
#define TCIOFF 3
#define TCION 4

typedef unsigned long tcflag_t;
typedef unsigned char cc_t;
typedef unsigned long speed_t;
struct termios {
  tcflag_t c_iflag;
  tcflag_t c_oflag;
  tcflag_t c_cflag;
  tcflag_t c_lflag;
  cc_t c_cc[20];
  speed_t c_ispeed;
  speed_t c_ospeed;
};

int cfsetispeed(struct termios *, speed_t);
int cfsetospeed(struct termios *, speed_t);
int tcdrain(int);
int tcflow(int, int);
int tcflush(int, int);
int tcgetattr(int, struct termios *);
int tcsendbreak(int, int);
int tcsetattr(int, int, const struct termios *);
speed_t cfgetispeed(const struct termios *);
speed_t cfgetospeed(const struct termios *);

#if PACKWHEEL_USE_DARWIN
#define CCEQ(value, character) ((character) == (value) ? (value) != _POSIX_VDISABLE : 0)
#define VEOL2 2
#define VWERASE 4
#define VREPRINT 6
#define VDSUSP 11
#define VLNEXT 14
#define VDISCARD 15
#define VSTATUS 18
#define IMAXBEL 0x2000
#define IUTF8 0x4000
#define OXTABS 4
#define ONOEOT 8
#define NL2 0x200
#define NL3 0x300
#define CIGNORE 1
#define CCTS_OFLOW 0x10000
#define CRTSCTS 0x30000
#define CRTS_IFLOW 0x20000
#define CDTR_IFLOW 0x40000
#define CDSR_OFLOW 0x80000
#define CCAR_OFLOW 0x100000
#define MDMBUF 0x100000
#define ECHOKE 1
#define ECHOPRT 0x20
#define ECHOCTL 0x40
#define ALTWERASE 0x200
#define EXTPROC 0x800
#define FLUSHO 0x800000
#define NOKERNINFO 0x2000000
#define PENDIN 0x20000000
#define TCSASOFT 0x10
#define B7200 0x1c20
#define B14400 0x3840
#define B28800 0x7080
#define B57600 0xe100
#define B76800 0x12c00
#define B115200 0x1c200
#define B230400 0x38400
#define EXTA 0x4b00
#define EXTB 0x9600

int cfsetspeed(struct termios *, speed_t);
void cfmakeraw(struct termios *);
#endif

PACKWHEEL_END_C

#endif
