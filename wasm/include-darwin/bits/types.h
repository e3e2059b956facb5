/*
 * The basic types of macOS under internal names, so that a header can use `off_t` without showing its name.
 */
#ifndef PACKWHEEL_BITS_TYPES_H
#define PACKWHEEL_BITS_TYPES_H

typedef signed char __int8_t;
typedef unsigned char __uint8_t;
typedef short __int16_t;
typedef unsigned short __uint16_t;
typedef int __int32_t;
typedef unsigned int __uint32_t;
typedef long long __int64_t;
typedef unsigned long long __uint64_t;

typedef __SIZE_TYPE__ __darwin_size_t;
typedef long __darwin_ssize_t;
typedef long __darwin_intptr_t;
typedef unsigned int __darwin_natural_t;
typedef __PTRDIFF_TYPE__ __darwin_ptrdiff_t;
typedef __WCHAR_TYPE__ __darwin_wchar_t;
typedef __darwin_wchar_t __darwin_rune_t;
typedef __WINT_TYPE__ __darwin_wint_t;
typedef int __darwin_ct_rune_t;
typedef __builtin_va_list __darwin_va_list;

/* Time. */
typedef unsigned long __darwin_clock_t;
typedef long __darwin_time_t;
typedef __int32_t __darwin_suseconds_t;
typedef __uint32_t __darwin_useconds_t;

/* Files. */
typedef __int64_t __darwin_off_t;
typedef __uint64_t __darwin_ino64_t;
typedef __darwin_ino64_t __darwin_ino_t;
typedef __int64_t __darwin_blkcnt_t;
typedef __int32_t __darwin_blksize_t;
typedef __int32_t __darwin_dev_t;
typedef __uint16_t __darwin_mode_t;
typedef __uint16_t __darwin_nlink_t;
typedef unsigned int __darwin_fsblkcnt_t;
typedef unsigned int __darwin_fsfilcnt_t;

/* Processes and users. */
typedef __int32_t __darwin_pid_t;
typedef __uint32_t __darwin_uid_t;
typedef __uint32_t __darwin_gid_t;
typedef __uint32_t __darwin_id_t;
typedef __uint32_t __darwin_sigset_t;
typedef __uint32_t __darwin_mach_port_name_t;
typedef __darwin_mach_port_name_t __darwin_mach_port_t;
typedef unsigned char __darwin_uuid_t[16];
typedef char __darwin_uuid_string_t[37];

/* Sockets. */
typedef __uint32_t __darwin_socklen_t;

/* A state of conversion between bytes and wide characters. */
typedef union {
  char __mbstate8[128];
  long long _mbstateL;
} __mbstate_t;
typedef __mbstate_t __darwin_mbstate_t;

typedef struct _xlocale *__darwin_locale_t;

#endif
