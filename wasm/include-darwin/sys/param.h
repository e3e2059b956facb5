/*
 * Sizes of the system.
 * Spec: section 4 of Darwin's manual.
 */
#ifndef PACKWHEEL_SYS_PARAM_H
#define PACKWHEEL_SYS_PARAM_H

#include <bits/darwin.h>
#include <sys/types.h>
#include <sys/syslimits.h>
#include <machine/param.h>
#include <limits.h>
#include <sys/signal.h>
#define PACKWHEEL_NEED_sigset_t
#include <bits/typedefs.h>

#define setbit(bytes, index) (((unsigned char *)(bytes))[(index) / 8] |= 1u << ((index) % 8))
#define clrbit(bytes, index) (((unsigned char *)(bytes))[(index) / 8] &= ~(1u << ((index) % 8)))
#define isset(bytes, index) (((unsigned char *)(bytes))[(index) / 8] & (1u << ((index) % 8)))
#define isclr(bytes, index) (isset(bytes, index) == 0)
#ifndef howmany
#define howmany(count, unit) (((count) % (unit)) ? (((count) / (unit)) + 1) : ((count) / (unit)))
#endif
#define roundup(count, unit) (howmany(count, unit) * (unit))
#define powerof2(number) ((((number)-1) & (number)) == 0)
#define MIN(left, right) ((left) < (right) ? (left) : (right))
#define MAX(left, right) ((left) > (right) ? (left) : (right))

#define BSD 0x30b52
#define BSD4_3 1
#define BSD4_4 1
#define NeXTBSD 0x1e7138
#define NeXTBSD4_0 0
#define MAXCOMLEN 0x10
#define MAXINTERP 0x40
#define MAXLOGNAME 255
#define MAXUPRC 266
#define NCARGS 0x100000
#define NGROUPS 0x10
#define NOFILE 0x100
#define NOGROUP 0xffff
#define MAXHOSTNAMELEN 0x100
#define MAXDOMNAMELEN 0x100
#define NBPW 4
#define CMASK 18
#define NODEV (-1)
#define MAXBSIZE 0x100000
#define MAXFRAG 8
#define MAXPATHLEN 0x400
#define MAXSYMLINKS 0x20
#define FSHIFT 11
#define FSCALE 0x800

#endif
