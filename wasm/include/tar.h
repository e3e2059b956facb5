/* <tar.h>: values in the headers of tar archives, POSIX.1-2017. */
#ifndef PACKWHEEL_TAR_H
#define PACKWHEEL_TAR_H

#include <features.h>

#define TMAGIC "ustar"
#define TMAGLEN 6
#define TVERSION "00"
#define TVERSLEN 2
#define AREGTYPE 0
#define TOEXEC 1
#define TOWRITE 2
#define TOREAD 4
#define TGEXEC 8
#define TGWRITE 16
#define TGREAD 32
#define REGTYPE 48
#define LNKTYPE 49
#define SYMTYPE 50
#define CHRTYPE 51
#define BLKTYPE 52
#define DIRTYPE 53
#define FIFOTYPE 54
#define CONTTYPE 55
#define TUEXEC 0x40
#define TUWRITE 0x80
#define TUREAD 0x100
#define TSVTX 0x200
#define TSGID 0x400
#define TSUID 0x800

#endif
