/* <termios.h>: terminals, POSIX.1-2017. */
#ifndef PACKWHEEL_TERMIOS_H
#define PACKWHEEL_TERMIOS_H

#include <features.h>
#define PACKWHEEL_NEED_pid_t 1
#include <bits/typedefs.h>

#define B0 0
#define BS0 0
#define CR0 0
#define CS5 0
#define FF0 0
#define NL0 0
#define TAB0 0
#define TCIFLUSH 0
#define TCOOFF 0
#define TCSANOW 0
#define VINTR 0
#define VT0 0
#define B50 1
#define IGNBRK 1
#define OPOST 1
#define TCOFLUSH 1
#define TCOON 1
#define TCSADRAIN 1
#define VQUIT 1
#define B75 2
#define BRKINT 2
#define TCIOFF 2
#define TCIOFLUSH 2
#define TCSAFLUSH 2
#define VERASE 2
#define B110 3
#define TCION 3
#define VKILL 3
#define B134 4
#define IGNPAR 4
#define VEOF 4
#define B150 5
#define B200 6
#define B300 7
#define B600 8
#define ECHO 8
#define OCRNL 8
#define PARMRK 8
#define B1200 9
#define B1800 10
#define B2400 11
#define B4800 12
#define B9600 13
#define B19200 14
#define EXTA 14
#define B38400 15
#define EXTB 15
#define VLNEXT 15
#define INPCK 16
#define ISTRIP 32
#define ONLRET 32
#define INLCR 0x40
#define OFILL 0x40
#define IGNCR 0x80
#define OFDEL 0x80
#define ICRNL 0x100
#define NL1 0x100
#define IXANY 0x800
#define IMAXBEL 0x2000
#define IUTF8 0x4000
#define CMSPAR 0x40000000
#define CRTSCTS 0x80000000
#if PACKWHEEL_MACHINE_PPC64LE
#define ECHOKE 1
#define ISIG 0x80
#define ECHOE 2
#define ICANON 0x100
#define OLCUC 4
#define ONLCR 2
#define ECHOK 4
#define XCASE 0x4000
#define VMIN 5
#define VTIME 7
#define VEOL 6
#define VSWTC 9
#define VEOL2 8
#define VSTART 13
#define VSTOP 14
#define VSUSP 12
#define VWERASE 10
#define VREPRINT 11
#define VDISCARD 16
#define B57600 16
#define CBAUDEX 16
#define CS6 0x100
#define ECHONL 16
#define B115200 17
#define B230400 18
#define B460800 19
#define B500000 20
#define B576000 21
#define B921600 22
#define B1000000 23
#define B1152000 24
#define B1500000 25
#define B2000000 26
#define B2500000 27
#define B3000000 28
#define B3500000 29
#define B4000000 30
#define CS7 0x200
#define ECHOPRT 32
#define CS8 0x300
#define CSIZE 0x300
#define CSTOPB 0x400
#define ECHOCTL 0x40
#define CREAD 0x800
#define NOFLSH 0x80000000
#define CBAUD 255
#define NLDLY 0x300
#define PARENB 0x1000
#define TOSTOP 0x400000
#define CR1 0x1000
#define IUCLC 0x1000
#define IXON 0x200
#define PARODD 0x2000
#define CR2 0x2000
#define HUPCL 0x4000
#define IEXTEN 0x400
#define IXOFF 0x400
#define TAB1 0x400
#define CR3 0x3000
#define CRDLY 0x3000
#define CLOCAL 0x8000
#define TAB2 0x800
#define TAB3 0xc00
#define TABDLY 0xc00
#define XTABS 0xc00
#define FLUSHO 0x800000
#define BS1 0x8000
#define BSDLY 0x8000
#define FF1 0x4000
#define FFDLY 0x4000
#define PENDIN 0x20000000
#define VT1 0x10000
#define VTDLY 0x10000
#define EXTPROC 0x10000000
#else
#define ECHOKE 0x800
#define ISIG 1
#define ECHOE 16
#define ICANON 2
#define OLCUC 2
#define ONLCR 4
#define ECHOK 32
#define XCASE 4
#define VMIN 6
#define VTIME 5
#define VEOL 11
#define VSWTC 7
#define VEOL2 16
#define VSTART 8
#define VSTOP 9
#define VSUSP 10
#define VWERASE 14
#define VREPRINT 12
#define VDISCARD 13
#define B57600 0x1001
#define CBAUDEX 0x1000
#define CS6 16
#define ECHONL 0x40
#define B115200 0x1002
#define B230400 0x1003
#define B460800 0x1004
#define B500000 0x1005
#define B576000 0x1006
#define B921600 0x1007
#define B1000000 0x1008
#define B1152000 0x1009
#define B1500000 0x100a
#define B2000000 0x100b
#define B2500000 0x100c
#define B3000000 0x100d
#define B3500000 0x100e
#define B4000000 0x100f
#define CS7 32
#define ECHOPRT 0x400
#define CS8 48
#define CSIZE 48
#define CSTOPB 0x40
#define ECHOCTL 0x200
#define CREAD 0x80
#define NOFLSH 0x80
#define CBAUD 0x100f
#define NLDLY 0x100
#define PARENB 0x100
#define TOSTOP 0x100
#define CR1 0x200
#define IUCLC 0x200
#define IXON 0x400
#define PARODD 0x200
#define CR2 0x400
#define HUPCL 0x400
#define IEXTEN 0x8000
#define IXOFF 0x1000
#define TAB1 0x800
#define CR3 0x600
#define CRDLY 0x600
#define CLOCAL 0x800
#define TAB2 0x1000
#define TAB3 0x1800
#define TABDLY 0x1800
#define XTABS 0x1800
#define FLUSHO 0x1000
#define BS1 0x2000
#define BSDLY 0x2000
#define FF1 0x8000
#define FFDLY 0x8000
#define PENDIN 0x4000
#define VT1 0x4000
#define VTDLY 0x4000
#define EXTPROC 0x10000
#endif
#if PACKWHEEL_LIBC_MUSL && PACKWHEEL_MACHINE_PPC64LE
#define NCCS 19
#else
#define NCCS 32
#endif
#if PACKWHEEL_LIBC_MUSL && PACKWHEEL_MACHINE_PPC64LE
#define CIBAUD 0xff0000
#elif !PACKWHEEL_MACHINE_PPC64LE
#define CIBAUD 0x100f0000
#endif
#if PACKWHEEL_LIBC_GLIBC
#define CREPRINT 18
#define CRPRNT 18
#endif
#if PACKWHEEL_MACHINE_PPC64LE
#define NL2 0x200
#define NL3 0x300
#endif
#define ONOCR 0x10
#define _POSIX_VDISABLE 0

typedef unsigned char cc_t;
typedef unsigned int speed_t;
typedef unsigned int tcflag_t;

struct termios {
  tcflag_t c_iflag;
  tcflag_t c_oflag;
  tcflag_t c_cflag;
  tcflag_t c_lflag;
#if PACKWHEEL_LIBC_MUSL && PACKWHEEL_MACHINE_PPC64LE
  cc_t c_cc[NCCS];
  cc_t c_line;
#else
  cc_t c_line;
  cc_t c_cc[NCCS];
#endif
#if PACKWHEEL_LIBC_MUSL
  speed_t __c_ispeed;
  speed_t __c_ospeed;
#else
  speed_t c_ispeed;
  speed_t c_ospeed;
#endif
};
#if PACKWHEEL_LIBC_GLIBC
#define _HAVE_STRUCT_TERMIOS_C_ISPEED 1
#define _HAVE_STRUCT_TERMIOS_C_OSPEED 1
#endif

PACKWHEEL_BEGIN_C

speed_t cfgetispeed(const struct termios *);
speed_t cfgetospeed(const struct termios *);
void cfmakeraw(struct termios *);
int cfsetispeed(struct termios *, speed_t);
int cfsetospeed(struct termios *, speed_t);
int cfsetspeed(struct termios *, speed_t);
int tcdrain(int);
int tcflow(int, int);
int tcflush(int, int);
int tcgetattr(int, struct termios *);
pid_t tcgetsid(int);
int tcsendbreak(int, int);
int tcsetattr(int, int, const struct termios *);

PACKWHEEL_END_C

#endif
