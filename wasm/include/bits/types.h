/*
 * The basic types of the C library under internal names, so that a header can use `off_t` without showing its name.
 * Sizes and exact C types (which C++ symbol names carry) were measured with each platform's own compiler and headers.
 */
#ifndef PACKWHEEL_BITS_TYPES_H
#define PACKWHEEL_BITS_TYPES_H

#include <features.h>

typedef __SIZE_TYPE__ __size_t;
typedef __PTRDIFF_TYPE__ __ptrdiff_t;
#if PACKWHEEL_WORD_BITS == 64 || PACKWHEEL_MACHINE_WASM32
typedef long __ssize_t;
typedef long __register_t;
#else
typedef int __ssize_t;
typedef int __register_t;
#endif

typedef signed char __int8_t;
typedef unsigned char __uint8_t;
typedef short __int16_t;
typedef unsigned short __uint16_t;
typedef int __int32_t;
typedef unsigned int __uint32_t;
/* `long` on 64-bit machines, `long long` on 32-bit ones: never the other way round. */
typedef __INT64_TYPE__ __int64_t;
typedef __UINT64_TYPE__ __uint64_t;
typedef __INTMAX_TYPE__ __intmax_t;
typedef __UINTMAX_TYPE__ __uintmax_t;
typedef __INTPTR_TYPE__ __intptr_t;
typedef __UINTPTR_TYPE__ __uintptr_t;

typedef unsigned char __u_char;
typedef unsigned short __u_short;
typedef unsigned int __u_int;
typedef unsigned long __u_long;
#if PACKWHEEL_LIBC_MUSL
typedef long long __quad_t;
typedef unsigned long long __u_quad_t;
#else
typedef __int64_t __quad_t;
typedef __uint64_t __u_quad_t;
#endif

/* Files: `off_t`, `ino_t` and the counts are 32 bits wide only on a 32-bit glibc without `_FILE_OFFSET_BITS=64`. */
typedef __int64_t __off64_t;
typedef __uint64_t __ino64_t;
typedef __int64_t __blkcnt64_t;
typedef __uint64_t __fsblkcnt64_t;
typedef __uint64_t __fsfilcnt64_t;
typedef __int64_t __loff_t;
#if PACKWHEEL_OFFSET_BITS == 64
typedef __off64_t __off_t;
typedef __ino64_t __ino_t;
#if PACKWHEEL_EMSCRIPTEN
typedef int __blkcnt_t;
#else
typedef __blkcnt64_t __blkcnt_t;
#endif
typedef __fsblkcnt64_t __fsblkcnt_t;
typedef __fsfilcnt64_t __fsfilcnt_t;
#else
typedef long __off_t;
typedef unsigned long __ino_t;
typedef long __blkcnt_t;
typedef unsigned long __fsblkcnt_t;
typedef unsigned long __fsfilcnt_t;
#endif
#if PACKWHEEL_EMSCRIPTEN
typedef unsigned int __dev_t;
#else
typedef __uint64_t __dev_t;
#endif
typedef unsigned int __mode_t;
#if PACKWHEEL_MACHINE_X86_64 || PACKWHEEL_MACHINE_PPC64LE || PACKWHEEL_MACHINE_S390X
typedef unsigned long __nlink_t;
#else
typedef unsigned int __nlink_t;
#endif
#if PACKWHEEL_GENERIC_PORT
typedef int __blksize_t;
#else
typedef long __blksize_t;
#endif

/* Processes and users. */
typedef int __pid_t;
typedef unsigned int __uid_t;
typedef unsigned int __gid_t;
typedef unsigned int __id_t;
typedef int __key_t;
#if PACKWHEEL_LIBC_MUSL
typedef unsigned long long __rlim_t;
#elif PACKWHEEL_OFFSET_BITS == 64
typedef __uint64_t __rlim_t;
#else
typedef unsigned long __rlim_t;
#endif
typedef __uint64_t __rlim64_t;

/* Time. `suseconds_t` follows `time_t` on musl, but for that of Emscripten. */
#if PACKWHEEL_TIME_BITS == 64
typedef __int64_t __time_t;
#else
typedef long __time_t;
#endif
#if PACKWHEEL_LIBC_MUSL && !PACKWHEEL_EMSCRIPTEN
typedef __time_t __suseconds_t;
#else
typedef long __suseconds_t;
#endif
typedef unsigned int __useconds_t;
typedef long __clock_t;
typedef int __clockid_t;
typedef void *__timer_t;

/* Sockets and the rest. */
typedef unsigned int __socklen_t;
typedef char *__caddr_t;
typedef int __daddr_t;
typedef int __sig_atomic_t;
typedef int __nl_item;

/* A locale: the tag is visible in C++ symbol names. */
typedef struct __locale_struct *__locale_t;

/* `va_list` under an internal name. */
typedef __builtin_va_list __packwheel_va_list;

#endif
