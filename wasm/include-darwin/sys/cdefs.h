/* Words for declarations that programs for BSD and macOS take from here. */
#ifndef PACKWHEEL_SYS_CDEFS_H
#define PACKWHEEL_SYS_CDEFS_H

#include <bits/darwin.h>

#define __BEGIN_DECLS PACKWHEEL_BEGIN_C
#define __END_DECLS PACKWHEEL_END_C

#define __P(parameters) parameters
#define __CONCAT(left, right) left##right
#define __STRING(word) #word
#ifndef __has_extension
#define __has_extension(feature) 0
#endif

#define __const const
#define __signed signed
#define __volatile volatile
#define __dead2 __attribute__((__noreturn__))
#define __pure2 __attribute__((__const__))
#define __stateful_pure __attribute__((__pure__))
#define __unused __attribute__((__unused__))
#define __used __attribute__((__used__))
#define __cold __attribute__((__cold__))
#define __exported __attribute__((__visibility__("default")))
#define __deprecated __attribute__((__deprecated__))
#define __deprecated_msg(message) __attribute__((__deprecated__(message)))
#define __unavailable __attribute__((__unavailable__))
#define __packed __attribute__((__packed__))
#define __aligned(bytes) __attribute__((__aligned__(bytes)))
#define __printflike(format, first) PACKWHEEL_PRINTF(format, first)
#define __scanflike(format, first) PACKWHEEL_SCANF(format, first)
#define __restrict_arr PACKWHEEL_RESTRICT_ARRAY
#define __header_inline static __inline__
#define __header_always_inline static __inline__ __attribute__((__always_inline__))
#define __FBSDID(text)
#define __IDSTRING(name, text)
#define __COPYRIGHT(text)
#define __RCSID(text)
#define __SCCSID(text)

#define __DARWIN_ALIAS(symbol)
#define __DARWIN_UNIX03 1
#define __DARWIN_64_BIT_INO_T 1
#define __DARWIN_VERS_1050 1
#ifdef __x86_64__
#define __DARWIN_ONLY_64_BIT_INO_T 0
#define __DARWIN_ONLY_UNIX_CONFORMANCE 1
#define __DARWIN_ONLY_VERS_1050 0
#else
#define __DARWIN_ONLY_64_BIT_INO_T 1
#define __DARWIN_ONLY_UNIX_CONFORMANCE 1
#define __DARWIN_ONLY_VERS_1050 1
#endif
#define _DARWIN_FEATURE_64_BIT_INODE 1
#define _DARWIN_FEATURE_UNIX_CONFORMANCE 3

#define __DARWIN_C_ANSI 010000L
#define __DARWIN_C_FULL 900000L
#if PACKWHEEL_USE_DARWIN
#define __DARWIN_C_LEVEL __DARWIN_C_FULL
#elif PACKWHEEL_USE_POSIX
#define __DARWIN_C_LEVEL PACKWHEEL_USE_POSIX
#else
#define __DARWIN_C_LEVEL __DARWIN_C_ANSI
#endif

#endif
