/*
 * Basic types of the system.
 * Spec: POSIX.1-2017 <sys/types.h>.
 */
#ifndef PACKWHEEL_SYS_TYPES_H
#define PACKWHEEL_SYS_TYPES_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <machine/types.h>
#include <machine/endian.h>
#include <bits/null.h>
#define __need_size_t
#include <stddef.h>
#define PACKWHEEL_NEED_ssize_t
#define PACKWHEEL_NEED_blkcnt_t
#define PACKWHEEL_NEED_blksize_t
#define PACKWHEEL_NEED_clock_t
#define PACKWHEEL_NEED_dev_t
#define PACKWHEEL_NEED_fsblkcnt_t
#define PACKWHEEL_NEED_fsfilcnt_t
#define PACKWHEEL_NEED_gid_t
#define PACKWHEEL_NEED_id_t
#define PACKWHEEL_NEED_ino_t
#define PACKWHEEL_NEED_key_t
#define PACKWHEEL_NEED_mode_t
#define PACKWHEEL_NEED_nlink_t
#define PACKWHEEL_NEED_off_t
#define PACKWHEEL_NEED_pid_t
#define PACKWHEEL_NEED_suseconds_t
#define PACKWHEEL_NEED_time_t
#define PACKWHEEL_NEED_uid_t
#define PACKWHEEL_NEED_useconds_t
#define PACKWHEEL_NEED_in_addr_t
#define PACKWHEEL_NEED_in_port_t
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_u_char
#define PACKWHEEL_NEED_u_short
#define PACKWHEEL_NEED_u_int
#define PACKWHEEL_NEED_u_long
#define PACKWHEEL_NEED_ushort
#define PACKWHEEL_NEED_uint
#define PACKWHEEL_NEED_quad_t
#define PACKWHEEL_NEED_u_quad_t
#define PACKWHEEL_NEED_qaddr_t
#define PACKWHEEL_NEED_caddr_t
#define PACKWHEEL_NEED_daddr_t
#define PACKWHEEL_NEED_fixpt_t
#define PACKWHEEL_NEED_segsz_t
#define PACKWHEEL_NEED_swblk_t
#define PACKWHEEL_NEED_ino64_t
#define PACKWHEEL_NEED_errno_t
#endif
#include <bits/typedefs.h>
#include <bits/pthreadtypes.h>

#if PACKWHEEL_USE_DARWIN
#define major(number) ((__int32_t)(((__uint32_t)(number) >> 24) & 0xff))
#define minor(number) ((__int32_t)((number)&0xffffff))
#define makedev(major, minor) ((dev_t)(((major) << 24) | (minor)))
#include <bits/fd_set.h>
#define NBBY __DARWIN_NBBY
#define NFDBITS __DARWIN_NFDBITS
typedef __int32_t fd_mask;
#define howmany(count, unit) (((count) % (unit)) ? (((count) / (unit)) + 1) : ((count) / (unit)))
#endif

#endif
