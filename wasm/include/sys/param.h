/* <sys/param.h>: old names of limits, and a few macros. */
#ifndef PACKWHEEL_SYS_PARAM_H
#define PACKWHEEL_SYS_PARAM_H

#include <features.h>
#include <limits.h>
#include <endian.h>
#include <sys/types.h>

#define NBBY 8
#define MAXSYMLINKS 20
#define MAXHOSTNAMELEN 0x40
#define CANBSIZ 255
#define NOFILE 0x100
#define MAXPATHLEN 0x1000
#define NCARGS 0x20000
#define NOGROUP (-1)
#define DEV_BSIZE 0x200
#if PACKWHEEL_LIBC_GLIBC
#define NGROUPS 0x10000
#else
#define NGROUPS 32
#endif

#define MIN(left, right) ((left) < (right) ? (left) : (right))
#define MAX(left, right) ((left) > (right) ? (left) : (right))
#define howmany(count, size) (((count) + ((size) - 1)) / (size))
#define roundup(count, size) (howmany(count, size) * (size))
#define powerof2(number) ((((number) - 1) & (number)) == 0)
#define setbit(bits, index) ((bits)[(index) / NBBY] |= 1 << ((index) % NBBY))
#define clrbit(bits, index) ((bits)[(index) / NBBY] &= ~(1 << ((index) % NBBY)))
#define isset(bits, index) ((bits)[(index) / NBBY] & (1 << ((index) % NBBY)))
#define isclr(bits, index) (((bits)[(index) / NBBY] & (1 << ((index) % NBBY))) == 0)

#endif
