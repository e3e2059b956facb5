/*
 * Public type names on demand: several headers must show `off_t` or `time_t`, and C99 allows a typedef name only once.
 * A header defines `PACKWHEEL_NEED_off_t` for each name it wants and then includes this file, which has no include guard.
 * `size_t`, `wchar_t`, `wint_t`, `ptrdiff_t` and `NULL` come from clang's <stddef.h> in the same manner (`__need_size_t`).
 */
#include <bits/types.h>

/* Sizes and files. */
#ifdef PACKWHEEL_NEED_ssize_t
#undef PACKWHEEL_NEED_ssize_t
#ifndef __ssize_t_defined
#define __ssize_t_defined
typedef __ssize_t ssize_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_off_t
#undef PACKWHEEL_NEED_off_t
#ifndef __off_t_defined
#define __off_t_defined
typedef __off_t off_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_off64_t
#undef PACKWHEEL_NEED_off64_t
#ifndef __off64_t_defined
#define __off64_t_defined
typedef __off64_t off64_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_ino_t
#undef PACKWHEEL_NEED_ino_t
#ifndef __ino_t_defined
#define __ino_t_defined
typedef __ino_t ino_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_ino64_t
#undef PACKWHEEL_NEED_ino64_t
#ifndef __ino64_t_defined
#define __ino64_t_defined
typedef __ino64_t ino64_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_dev_t
#undef PACKWHEEL_NEED_dev_t
#ifndef __dev_t_defined
#define __dev_t_defined
typedef __dev_t dev_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_mode_t
#undef PACKWHEEL_NEED_mode_t
#ifndef __mode_t_defined
#define __mode_t_defined
typedef __mode_t mode_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_nlink_t
#undef PACKWHEEL_NEED_nlink_t
#ifndef __nlink_t_defined
#define __nlink_t_defined
typedef __nlink_t nlink_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_blksize_t
#undef PACKWHEEL_NEED_blksize_t
#ifndef __blksize_t_defined
#define __blksize_t_defined
typedef __blksize_t blksize_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_blkcnt_t
#undef PACKWHEEL_NEED_blkcnt_t
#ifndef __blkcnt_t_defined
#define __blkcnt_t_defined
typedef __blkcnt_t blkcnt_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_blkcnt64_t
#undef PACKWHEEL_NEED_blkcnt64_t
#ifndef __blkcnt64_t_defined
#define __blkcnt64_t_defined
typedef __blkcnt64_t blkcnt64_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_fsblkcnt_t
#undef PACKWHEEL_NEED_fsblkcnt_t
#ifndef __fsblkcnt_t_defined
#define __fsblkcnt_t_defined
typedef __fsblkcnt_t fsblkcnt_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_fsblkcnt64_t
#undef PACKWHEEL_NEED_fsblkcnt64_t
#ifndef __fsblkcnt64_t_defined
#define __fsblkcnt64_t_defined
typedef __fsblkcnt64_t fsblkcnt64_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_fsfilcnt_t
#undef PACKWHEEL_NEED_fsfilcnt_t
#ifndef __fsfilcnt_t_defined
#define __fsfilcnt_t_defined
typedef __fsfilcnt_t fsfilcnt_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_fsfilcnt64_t
#undef PACKWHEEL_NEED_fsfilcnt64_t
#ifndef __fsfilcnt64_t_defined
#define __fsfilcnt64_t_defined
typedef __fsfilcnt64_t fsfilcnt64_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_loff_t
#undef PACKWHEEL_NEED_loff_t
#ifndef __loff_t_defined
#define __loff_t_defined
typedef __loff_t loff_t;
#endif
#endif

/* Processes and users. */
#ifdef PACKWHEEL_NEED_pid_t
#undef PACKWHEEL_NEED_pid_t
#ifndef __pid_t_defined
#define __pid_t_defined
typedef __pid_t pid_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_uid_t
#undef PACKWHEEL_NEED_uid_t
#ifndef __uid_t_defined
#define __uid_t_defined
typedef __uid_t uid_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_gid_t
#undef PACKWHEEL_NEED_gid_t
#ifndef __gid_t_defined
#define __gid_t_defined
typedef __gid_t gid_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_id_t
#undef PACKWHEEL_NEED_id_t
#ifndef __id_t_defined
#define __id_t_defined
typedef __id_t id_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_key_t
#undef PACKWHEEL_NEED_key_t
#ifndef __key_t_defined
#define __key_t_defined
typedef __key_t key_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_rlim_t
#undef PACKWHEEL_NEED_rlim_t
#ifndef __rlim_t_defined
#define __rlim_t_defined
typedef __rlim_t rlim_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_rlim64_t
#undef PACKWHEEL_NEED_rlim64_t
#ifndef __rlim64_t_defined
#define __rlim64_t_defined
typedef __rlim64_t rlim64_t;
#endif
#endif

/* Time. */
#ifdef PACKWHEEL_NEED_time_t
#undef PACKWHEEL_NEED_time_t
#ifndef __time_t_defined
#define __time_t_defined
typedef __time_t time_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_suseconds_t
#undef PACKWHEEL_NEED_suseconds_t
#ifndef __suseconds_t_defined
#define __suseconds_t_defined
typedef __suseconds_t suseconds_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_useconds_t
#undef PACKWHEEL_NEED_useconds_t
#ifndef __useconds_t_defined
#define __useconds_t_defined
typedef __useconds_t useconds_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_clock_t
#undef PACKWHEEL_NEED_clock_t
#ifndef __clock_t_defined
#define __clock_t_defined
typedef __clock_t clock_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_clockid_t
#undef PACKWHEEL_NEED_clockid_t
#ifndef __clockid_t_defined
#define __clockid_t_defined
typedef __clockid_t clockid_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_timer_t
#undef PACKWHEEL_NEED_timer_t
#ifndef __timer_t_defined
#define __timer_t_defined
typedef __timer_t timer_t;
#endif
#endif

/* The rest. */
#ifdef PACKWHEEL_NEED_socklen_t
#undef PACKWHEEL_NEED_socklen_t
#ifndef __socklen_t_defined
#define __socklen_t_defined
typedef __socklen_t socklen_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_caddr_t
#undef PACKWHEEL_NEED_caddr_t
#ifndef __caddr_t_defined
#define __caddr_t_defined
typedef __caddr_t caddr_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_locale_t
#undef PACKWHEEL_NEED_locale_t
#ifndef __locale_t_defined
#define __locale_t_defined
typedef __locale_t locale_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_sig_atomic_t
#undef PACKWHEEL_NEED_sig_atomic_t
#ifndef __sig_atomic_t_defined
#define __sig_atomic_t_defined
typedef __sig_atomic_t sig_atomic_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_int8_t
#undef PACKWHEEL_NEED_int8_t
#ifndef __int8_t_defined
#define __int8_t_defined
typedef __int8_t int8_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_int16_t
#undef PACKWHEEL_NEED_int16_t
#ifndef __int16_t_defined
#define __int16_t_defined
typedef __int16_t int16_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_int32_t
#undef PACKWHEEL_NEED_int32_t
#ifndef __int32_t_defined
#define __int32_t_defined
typedef __int32_t int32_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_int64_t
#undef PACKWHEEL_NEED_int64_t
#ifndef __int64_t_defined
#define __int64_t_defined
typedef __int64_t int64_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_uint8_t
#undef PACKWHEEL_NEED_uint8_t
#ifndef __uint8_t_defined
#define __uint8_t_defined
typedef __uint8_t uint8_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_uint16_t
#undef PACKWHEEL_NEED_uint16_t
#ifndef __uint16_t_defined
#define __uint16_t_defined
typedef __uint16_t uint16_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_uint32_t
#undef PACKWHEEL_NEED_uint32_t
#ifndef __uint32_t_defined
#define __uint32_t_defined
typedef __uint32_t uint32_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_uint64_t
#undef PACKWHEEL_NEED_uint64_t
#ifndef __uint64_t_defined
#define __uint64_t_defined
typedef __uint64_t uint64_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_intptr_t
#undef PACKWHEEL_NEED_intptr_t
#ifndef __intptr_t_defined
#define __intptr_t_defined
typedef __intptr_t intptr_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_uintptr_t
#undef PACKWHEEL_NEED_uintptr_t
#ifndef __uintptr_t_defined
#define __uintptr_t_defined
typedef __uintptr_t uintptr_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_intmax_t
#undef PACKWHEEL_NEED_intmax_t
#ifndef __intmax_t_defined
#define __intmax_t_defined
typedef __intmax_t intmax_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_uintmax_t
#undef PACKWHEEL_NEED_uintmax_t
#ifndef __uintmax_t_defined
#define __uintmax_t_defined
typedef __uintmax_t uintmax_t;
#endif
#endif
#ifdef PACKWHEEL_NEED_register_t
#undef PACKWHEEL_NEED_register_t
#ifndef __register_t_defined
#define __register_t_defined
typedef __register_t register_t;
#endif
#endif
