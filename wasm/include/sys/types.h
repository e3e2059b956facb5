/* <sys/types.h>: data types, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_TYPES_H
#define PACKWHEEL_SYS_TYPES_H

#include <features.h>

#define PACKWHEEL_NEED_ssize_t 1
#define PACKWHEEL_NEED_off_t 1
#define PACKWHEEL_NEED_ino_t 1
#define PACKWHEEL_NEED_dev_t 1
#define PACKWHEEL_NEED_mode_t 1
#define PACKWHEEL_NEED_nlink_t 1
#define PACKWHEEL_NEED_blksize_t 1
#define PACKWHEEL_NEED_blkcnt_t 1
#define PACKWHEEL_NEED_fsblkcnt_t 1
#define PACKWHEEL_NEED_fsfilcnt_t 1
#define PACKWHEEL_NEED_pid_t 1
#define PACKWHEEL_NEED_uid_t 1
#define PACKWHEEL_NEED_gid_t 1
#define PACKWHEEL_NEED_id_t 1
#define PACKWHEEL_NEED_key_t 1
#define PACKWHEEL_NEED_time_t 1
#define PACKWHEEL_NEED_suseconds_t 1
#define PACKWHEEL_NEED_useconds_t 1
#define PACKWHEEL_NEED_clock_t 1
#define PACKWHEEL_NEED_clockid_t 1
#define PACKWHEEL_NEED_timer_t 1
#if PACKWHEEL_USE_LARGEFILE64
#define PACKWHEEL_NEED_off64_t 1
#define PACKWHEEL_NEED_ino64_t 1
#define PACKWHEEL_NEED_blkcnt64_t 1
#define PACKWHEEL_NEED_fsblkcnt64_t 1
#define PACKWHEEL_NEED_fsfilcnt64_t 1
#endif
#if PACKWHEEL_USE_DEFAULT
#define PACKWHEEL_NEED_loff_t 1
#define PACKWHEEL_NEED_caddr_t 1
#define PACKWHEEL_NEED_register_t 1
#define PACKWHEEL_NEED_int8_t 1
#define PACKWHEEL_NEED_int16_t 1
#define PACKWHEEL_NEED_int32_t 1
#define PACKWHEEL_NEED_int64_t 1
#endif
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>
#include <bits/pthreadtypes.h>

#if PACKWHEEL_USE_DEFAULT
typedef unsigned char u_char;
typedef unsigned short u_short;
typedef unsigned int u_int;
typedef unsigned long u_long;
typedef unsigned short ushort;
typedef unsigned int uint;
typedef unsigned long ulong;
typedef __uint8_t u_int8_t;
typedef __uint16_t u_int16_t;
typedef __uint32_t u_int32_t;
typedef __uint64_t u_int64_t;
typedef __quad_t quad_t;
typedef __u_quad_t u_quad_t;
#if PACKWHEEL_LIBC_GLIBC
typedef __daddr_t daddr_t;
#endif

#include <endian.h>
#include <sys/select.h>
#if PACKWHEEL_LIBC_MUSL || !PACKWHEEL_GLIBC_AT_LEAST(28)
#include <sys/sysmacros.h>
#endif
#endif

#endif
