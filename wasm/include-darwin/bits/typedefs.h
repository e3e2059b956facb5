/*
 * Public names of basic types, each when a header asks: `#define PACKWHEEL_NEED_off_t`, then this file.
 * No guard: it is read again with every wish.
 */
#include <bits/types.h>

#if defined(PACKWHEEL_NEED_ssize_t) && !defined(PACKWHEEL_HAVE_ssize_t)
#define PACKWHEEL_HAVE_ssize_t 1
typedef __darwin_ssize_t ssize_t;
#endif
#undef PACKWHEEL_NEED_ssize_t

#if defined(PACKWHEEL_NEED_rsize_t) && !defined(PACKWHEEL_HAVE_rsize_t)
#define PACKWHEEL_HAVE_rsize_t 1
typedef __darwin_size_t rsize_t;
#endif
#undef PACKWHEEL_NEED_rsize_t

#if defined(PACKWHEEL_NEED_intptr_t) && !defined(PACKWHEEL_HAVE_intptr_t)
#define PACKWHEEL_HAVE_intptr_t 1
typedef __darwin_intptr_t intptr_t;
#endif
#undef PACKWHEEL_NEED_intptr_t

#if defined(PACKWHEEL_NEED_uintptr_t) && !defined(PACKWHEEL_HAVE_uintptr_t)
#define PACKWHEEL_HAVE_uintptr_t 1
typedef unsigned long uintptr_t;
#endif
#undef PACKWHEEL_NEED_uintptr_t

#if defined(PACKWHEEL_NEED_int8_t) && !defined(PACKWHEEL_HAVE_int8_t)
#define PACKWHEEL_HAVE_int8_t 1
typedef signed char int8_t;
#endif
#undef PACKWHEEL_NEED_int8_t

#if defined(PACKWHEEL_NEED_int16_t) && !defined(PACKWHEEL_HAVE_int16_t)
#define PACKWHEEL_HAVE_int16_t 1
typedef short int16_t;
#endif
#undef PACKWHEEL_NEED_int16_t

#if defined(PACKWHEEL_NEED_int32_t) && !defined(PACKWHEEL_HAVE_int32_t)
#define PACKWHEEL_HAVE_int32_t 1
typedef int int32_t;
#endif
#undef PACKWHEEL_NEED_int32_t

#if defined(PACKWHEEL_NEED_int64_t) && !defined(PACKWHEEL_HAVE_int64_t)
#define PACKWHEEL_HAVE_int64_t 1
typedef long long int64_t;
#endif
#undef PACKWHEEL_NEED_int64_t

#if defined(PACKWHEEL_NEED_u_int8_t) && !defined(PACKWHEEL_HAVE_u_int8_t)
#define PACKWHEEL_HAVE_u_int8_t 1
typedef unsigned char u_int8_t;
#endif
#undef PACKWHEEL_NEED_u_int8_t

#if defined(PACKWHEEL_NEED_u_int16_t) && !defined(PACKWHEEL_HAVE_u_int16_t)
#define PACKWHEEL_HAVE_u_int16_t 1
typedef unsigned short u_int16_t;
#endif
#undef PACKWHEEL_NEED_u_int16_t

#if defined(PACKWHEEL_NEED_u_int32_t) && !defined(PACKWHEEL_HAVE_u_int32_t)
#define PACKWHEEL_HAVE_u_int32_t 1
typedef unsigned int u_int32_t;
#endif
#undef PACKWHEEL_NEED_u_int32_t

#if defined(PACKWHEEL_NEED_u_int64_t) && !defined(PACKWHEEL_HAVE_u_int64_t)
#define PACKWHEEL_HAVE_u_int64_t 1
typedef unsigned long long u_int64_t;
#endif
#undef PACKWHEEL_NEED_u_int64_t

#if defined(PACKWHEEL_NEED_register_t) && !defined(PACKWHEEL_HAVE_register_t)
#define PACKWHEEL_HAVE_register_t 1
typedef long long register_t;
#endif
#undef PACKWHEEL_NEED_register_t

#if defined(PACKWHEEL_NEED_u_char) && !defined(PACKWHEEL_HAVE_u_char)
#define PACKWHEEL_HAVE_u_char 1
typedef unsigned char u_char;
#endif
#undef PACKWHEEL_NEED_u_char

#if defined(PACKWHEEL_NEED_u_short) && !defined(PACKWHEEL_HAVE_u_short)
#define PACKWHEEL_HAVE_u_short 1
typedef unsigned short u_short;
#endif
#undef PACKWHEEL_NEED_u_short

#if defined(PACKWHEEL_NEED_u_int) && !defined(PACKWHEEL_HAVE_u_int)
#define PACKWHEEL_HAVE_u_int 1
typedef unsigned int u_int;
#endif
#undef PACKWHEEL_NEED_u_int

#if defined(PACKWHEEL_NEED_u_long) && !defined(PACKWHEEL_HAVE_u_long)
#define PACKWHEEL_HAVE_u_long 1
typedef unsigned long u_long;
#endif
#undef PACKWHEEL_NEED_u_long

#if defined(PACKWHEEL_NEED_ushort) && !defined(PACKWHEEL_HAVE_ushort)
#define PACKWHEEL_HAVE_ushort 1
typedef unsigned short ushort;
#endif
#undef PACKWHEEL_NEED_ushort

#if defined(PACKWHEEL_NEED_uint) && !defined(PACKWHEEL_HAVE_uint)
#define PACKWHEEL_HAVE_uint 1
typedef unsigned int uint;
#endif
#undef PACKWHEEL_NEED_uint

#if defined(PACKWHEEL_NEED_quad_t) && !defined(PACKWHEEL_HAVE_quad_t)
#define PACKWHEEL_HAVE_quad_t 1
typedef __int64_t quad_t;
#endif
#undef PACKWHEEL_NEED_quad_t

#if defined(PACKWHEEL_NEED_u_quad_t) && !defined(PACKWHEEL_HAVE_u_quad_t)
#define PACKWHEEL_HAVE_u_quad_t 1
typedef __uint64_t u_quad_t;
#endif
#undef PACKWHEEL_NEED_u_quad_t

#if defined(PACKWHEEL_NEED_qaddr_t) && !defined(PACKWHEEL_HAVE_qaddr_t)
#define PACKWHEEL_HAVE_qaddr_t 1
typedef __int64_t *qaddr_t;
#endif
#undef PACKWHEEL_NEED_qaddr_t

#if defined(PACKWHEEL_NEED_caddr_t) && !defined(PACKWHEEL_HAVE_caddr_t)
#define PACKWHEEL_HAVE_caddr_t 1
typedef char *caddr_t;
#endif
#undef PACKWHEEL_NEED_caddr_t

#if defined(PACKWHEEL_NEED_daddr_t) && !defined(PACKWHEEL_HAVE_daddr_t)
#define PACKWHEEL_HAVE_daddr_t 1
typedef __int32_t daddr_t;
#endif
#undef PACKWHEEL_NEED_daddr_t

#if defined(PACKWHEEL_NEED_fixpt_t) && !defined(PACKWHEEL_HAVE_fixpt_t)
#define PACKWHEEL_HAVE_fixpt_t 1
typedef __uint32_t fixpt_t;
#endif
#undef PACKWHEEL_NEED_fixpt_t

#if defined(PACKWHEEL_NEED_segsz_t) && !defined(PACKWHEEL_HAVE_segsz_t)
#define PACKWHEEL_HAVE_segsz_t 1
typedef __int32_t segsz_t;
#endif
#undef PACKWHEEL_NEED_segsz_t

#if defined(PACKWHEEL_NEED_swblk_t) && !defined(PACKWHEEL_HAVE_swblk_t)
#define PACKWHEEL_HAVE_swblk_t 1
typedef __int32_t swblk_t;
#endif
#undef PACKWHEEL_NEED_swblk_t

#if defined(PACKWHEEL_NEED_rune_t) && !defined(PACKWHEEL_HAVE_rune_t)
#define PACKWHEEL_HAVE_rune_t 1
typedef __darwin_rune_t rune_t;
#endif
#undef PACKWHEEL_NEED_rune_t

#if defined(PACKWHEEL_NEED_ct_rune_t) && !defined(PACKWHEEL_HAVE_ct_rune_t)
#define PACKWHEEL_HAVE_ct_rune_t 1
typedef __darwin_ct_rune_t ct_rune_t;
#endif
#undef PACKWHEEL_NEED_ct_rune_t

#if defined(PACKWHEEL_NEED_mbstate_t) && !defined(PACKWHEEL_HAVE_mbstate_t)
#define PACKWHEEL_HAVE_mbstate_t 1
typedef __darwin_mbstate_t mbstate_t;
#endif
#undef PACKWHEEL_NEED_mbstate_t

#if defined(PACKWHEEL_NEED_wctype_t) && !defined(PACKWHEEL_HAVE_wctype_t)
#define PACKWHEEL_HAVE_wctype_t 1
typedef __uint32_t wctype_t;
#endif
#undef PACKWHEEL_NEED_wctype_t

#if defined(PACKWHEEL_NEED_wctrans_t) && !defined(PACKWHEEL_HAVE_wctrans_t)
#define PACKWHEEL_HAVE_wctrans_t 1
typedef int wctrans_t;
#endif
#undef PACKWHEEL_NEED_wctrans_t

#if defined(PACKWHEEL_NEED_va_list) && !defined(PACKWHEEL_HAVE_va_list)
#define PACKWHEEL_HAVE_va_list 1
typedef __darwin_va_list va_list;
#endif
#undef PACKWHEEL_NEED_va_list

#if defined(PACKWHEEL_NEED_locale_t) && !defined(PACKWHEEL_HAVE_locale_t)
#define PACKWHEEL_HAVE_locale_t 1
typedef __darwin_locale_t locale_t;
#endif
#undef PACKWHEEL_NEED_locale_t

#if defined(PACKWHEEL_NEED_clock_t) && !defined(PACKWHEEL_HAVE_clock_t)
#define PACKWHEEL_HAVE_clock_t 1
typedef __darwin_clock_t clock_t;
#endif
#undef PACKWHEEL_NEED_clock_t

#if defined(PACKWHEEL_NEED_time_t) && !defined(PACKWHEEL_HAVE_time_t)
#define PACKWHEEL_HAVE_time_t 1
typedef __darwin_time_t time_t;
#endif
#undef PACKWHEEL_NEED_time_t

#if defined(PACKWHEEL_NEED_suseconds_t) && !defined(PACKWHEEL_HAVE_suseconds_t)
#define PACKWHEEL_HAVE_suseconds_t 1
typedef __darwin_suseconds_t suseconds_t;
#endif
#undef PACKWHEEL_NEED_suseconds_t

#if defined(PACKWHEEL_NEED_useconds_t) && !defined(PACKWHEEL_HAVE_useconds_t)
#define PACKWHEEL_HAVE_useconds_t 1
typedef __darwin_useconds_t useconds_t;
#endif
#undef PACKWHEEL_NEED_useconds_t

#if defined(PACKWHEEL_NEED_off_t) && !defined(PACKWHEEL_HAVE_off_t)
#define PACKWHEEL_HAVE_off_t 1
typedef __darwin_off_t off_t;
#endif
#undef PACKWHEEL_NEED_off_t

#if defined(PACKWHEEL_NEED_ino_t) && !defined(PACKWHEEL_HAVE_ino_t)
#define PACKWHEEL_HAVE_ino_t 1
typedef __darwin_ino_t ino_t;
#endif
#undef PACKWHEEL_NEED_ino_t

#if defined(PACKWHEEL_NEED_ino64_t) && !defined(PACKWHEEL_HAVE_ino64_t)
#define PACKWHEEL_HAVE_ino64_t 1
typedef __darwin_ino64_t ino64_t;
#endif
#undef PACKWHEEL_NEED_ino64_t

#if defined(PACKWHEEL_NEED_blkcnt_t) && !defined(PACKWHEEL_HAVE_blkcnt_t)
#define PACKWHEEL_HAVE_blkcnt_t 1
typedef __darwin_blkcnt_t blkcnt_t;
#endif
#undef PACKWHEEL_NEED_blkcnt_t

#if defined(PACKWHEEL_NEED_blksize_t) && !defined(PACKWHEEL_HAVE_blksize_t)
#define PACKWHEEL_HAVE_blksize_t 1
typedef __darwin_blksize_t blksize_t;
#endif
#undef PACKWHEEL_NEED_blksize_t

#if defined(PACKWHEEL_NEED_dev_t) && !defined(PACKWHEEL_HAVE_dev_t)
#define PACKWHEEL_HAVE_dev_t 1
typedef __darwin_dev_t dev_t;
#endif
#undef PACKWHEEL_NEED_dev_t

#if defined(PACKWHEEL_NEED_mode_t) && !defined(PACKWHEEL_HAVE_mode_t)
#define PACKWHEEL_HAVE_mode_t 1
typedef __darwin_mode_t mode_t;
#endif
#undef PACKWHEEL_NEED_mode_t

#if defined(PACKWHEEL_NEED_nlink_t) && !defined(PACKWHEEL_HAVE_nlink_t)
#define PACKWHEEL_HAVE_nlink_t 1
typedef __darwin_nlink_t nlink_t;
#endif
#undef PACKWHEEL_NEED_nlink_t

#if defined(PACKWHEEL_NEED_fsblkcnt_t) && !defined(PACKWHEEL_HAVE_fsblkcnt_t)
#define PACKWHEEL_HAVE_fsblkcnt_t 1
typedef __darwin_fsblkcnt_t fsblkcnt_t;
#endif
#undef PACKWHEEL_NEED_fsblkcnt_t

#if defined(PACKWHEEL_NEED_fsfilcnt_t) && !defined(PACKWHEEL_HAVE_fsfilcnt_t)
#define PACKWHEEL_HAVE_fsfilcnt_t 1
typedef __darwin_fsfilcnt_t fsfilcnt_t;
#endif
#undef PACKWHEEL_NEED_fsfilcnt_t

#if defined(PACKWHEEL_NEED_pid_t) && !defined(PACKWHEEL_HAVE_pid_t)
#define PACKWHEEL_HAVE_pid_t 1
typedef __darwin_pid_t pid_t;
#endif
#undef PACKWHEEL_NEED_pid_t

#if defined(PACKWHEEL_NEED_uid_t) && !defined(PACKWHEEL_HAVE_uid_t)
#define PACKWHEEL_HAVE_uid_t 1
typedef __darwin_uid_t uid_t;
#endif
#undef PACKWHEEL_NEED_uid_t

#if defined(PACKWHEEL_NEED_gid_t) && !defined(PACKWHEEL_HAVE_gid_t)
#define PACKWHEEL_HAVE_gid_t 1
typedef __darwin_gid_t gid_t;
#endif
#undef PACKWHEEL_NEED_gid_t

#if defined(PACKWHEEL_NEED_id_t) && !defined(PACKWHEEL_HAVE_id_t)
#define PACKWHEEL_HAVE_id_t 1
typedef __darwin_id_t id_t;
#endif
#undef PACKWHEEL_NEED_id_t

#if defined(PACKWHEEL_NEED_key_t) && !defined(PACKWHEEL_HAVE_key_t)
#define PACKWHEEL_HAVE_key_t 1
typedef __int32_t key_t;
#endif
#undef PACKWHEEL_NEED_key_t

#if defined(PACKWHEEL_NEED_errno_t) && !defined(PACKWHEEL_HAVE_errno_t)
#define PACKWHEEL_HAVE_errno_t 1
typedef int errno_t;
#endif
#undef PACKWHEEL_NEED_errno_t

#if defined(PACKWHEEL_NEED_sigset_t) && !defined(PACKWHEEL_HAVE_sigset_t)
#define PACKWHEEL_HAVE_sigset_t 1
typedef __darwin_sigset_t sigset_t;
#endif
#undef PACKWHEEL_NEED_sigset_t

#if defined(PACKWHEEL_NEED_uuid_t) && !defined(PACKWHEEL_HAVE_uuid_t)
#define PACKWHEEL_HAVE_uuid_t 1
typedef __darwin_uuid_t uuid_t;
#endif
#undef PACKWHEEL_NEED_uuid_t

#if defined(PACKWHEEL_NEED_socklen_t) && !defined(PACKWHEEL_HAVE_socklen_t)
#define PACKWHEEL_HAVE_socklen_t 1
typedef __darwin_socklen_t socklen_t;
#endif
#undef PACKWHEEL_NEED_socklen_t

#if defined(PACKWHEEL_NEED_sa_family_t) && !defined(PACKWHEEL_HAVE_sa_family_t)
#define PACKWHEEL_HAVE_sa_family_t 1
typedef __uint8_t sa_family_t;
#endif
#undef PACKWHEEL_NEED_sa_family_t

#if defined(PACKWHEEL_NEED_in_addr_t) && !defined(PACKWHEEL_HAVE_in_addr_t)
#define PACKWHEEL_HAVE_in_addr_t 1
typedef __uint32_t in_addr_t;
#endif
#undef PACKWHEEL_NEED_in_addr_t

#if defined(PACKWHEEL_NEED_in_port_t) && !defined(PACKWHEEL_HAVE_in_port_t)
#define PACKWHEEL_HAVE_in_port_t 1
typedef __uint16_t in_port_t;
#endif
#undef PACKWHEEL_NEED_in_port_t

#if defined(PACKWHEEL_NEED_nl_item) && !defined(PACKWHEEL_HAVE_nl_item)
#define PACKWHEEL_HAVE_nl_item 1
typedef int nl_item;
#endif
#undef PACKWHEEL_NEED_nl_item

#if defined(PACKWHEEL_NEED_timespec) && !defined(PACKWHEEL_HAVE_timespec)
#define PACKWHEEL_HAVE_timespec 1
struct timespec {
  __darwin_time_t tv_sec;
  long tv_nsec;
};
#endif
#undef PACKWHEEL_NEED_timespec

#if defined(PACKWHEEL_NEED_timeval) && !defined(PACKWHEEL_HAVE_timeval)
#define PACKWHEEL_HAVE_timeval 1
struct timeval {
  __darwin_time_t tv_sec;
  __darwin_suseconds_t tv_usec;
};
#endif
#undef PACKWHEEL_NEED_timeval

#if defined(PACKWHEEL_NEED_iovec) && !defined(PACKWHEEL_HAVE_iovec)
#define PACKWHEEL_HAVE_iovec 1
struct iovec {
  void *iov_base;
  __darwin_size_t iov_len;
};
#endif
#undef PACKWHEEL_NEED_iovec

#if defined(PACKWHEEL_NEED_filesec_t) && !defined(PACKWHEEL_HAVE_filesec_t)
#define PACKWHEEL_HAVE_filesec_t 1
typedef struct _filesec *filesec_t;
#endif
#undef PACKWHEEL_NEED_filesec_t

#if defined(PACKWHEEL_NEED_mach_port_t) && !defined(PACKWHEEL_HAVE_mach_port_t)
#define PACKWHEEL_HAVE_mach_port_t 1
typedef __darwin_mach_port_t mach_port_t;
#endif
#undef PACKWHEEL_NEED_mach_port_t

#if defined(PACKWHEEL_NEED_fsid_t) && !defined(PACKWHEEL_HAVE_fsid_t)
#define PACKWHEEL_HAVE_fsid_t 1
typedef struct fsid {
  __int32_t val[2];
} fsid_t;
#endif
#undef PACKWHEEL_NEED_fsid_t
