/* Integers of a given width, by BSD. */
#ifndef PACKWHEEL_MACHINE_TYPES_H
#define PACKWHEEL_MACHINE_TYPES_H

#include <bits/darwin.h>
#define PACKWHEEL_NEED_int8_t
#define PACKWHEEL_NEED_int16_t
#define PACKWHEEL_NEED_int32_t
#define PACKWHEEL_NEED_int64_t
#define PACKWHEEL_NEED_u_int8_t
#define PACKWHEEL_NEED_u_int16_t
#define PACKWHEEL_NEED_u_int32_t
#define PACKWHEEL_NEED_u_int64_t
#define PACKWHEEL_NEED_intptr_t
#define PACKWHEEL_NEED_uintptr_t
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_register_t
#endif
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
typedef unsigned long long user_addr_t;
typedef unsigned long long user_size_t;
typedef long long user_ssize_t;
typedef long long user_long_t;
typedef unsigned long long user_ulong_t;
typedef long long user_time_t;
typedef long long user_off_t;
typedef unsigned long long syscall_arg_t;
#endif

#endif
