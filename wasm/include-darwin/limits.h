/*
 * Limits of the platform: what clang's own header includes.
 * Spec: ISO C17 5.2.4.2.1; POSIX.1-2017 <limits.h>; sysctl(3) and the limits of XNU for the numbers.
 */
#ifndef PACKWHEEL_LIMITS_H
#define PACKWHEEL_LIMITS_H

#include <bits/darwin.h>

#define MB_LEN_MAX 6

#if PACKWHEEL_USE_POSIX
#include <bits/posix_limits.h>
#include <sys/syslimits.h>

#define CLK_TCK 100
#define SSIZE_MAX __LONG_MAX__
#define SIZE_T_MAX (__LONG_MAX__ * 2UL + 1UL)
#define WORD_BIT 32
#define LONG_BIT 64
#define PTHREAD_DESTRUCTOR_ITERATIONS 4
#define PTHREAD_KEYS_MAX 512
#define PTHREAD_STACK_MIN PACKWHEEL_STACK_MIN
#define OFF_MAX __LONG_LONG_MAX__
#define OFF_MIN (-OFF_MAX - 1)
#define PASS_MAX 128
#define NL_ARGMAX 9
#define NL_LANGMAX 14
#define NL_MSGMAX 32767
#define NL_NMAX 1
#define NL_SETMAX 255
#define NL_TEXTMAX 2048
#define IOV_MAX 1024
#endif

#define __DARWIN_CLK_TCK 100
#ifdef __x86_64__
#define PACKWHEEL_STACK_MIN 8192
#else
#define PACKWHEEL_STACK_MIN 16384
#endif

#if PACKWHEEL_USE_DARWIN
#define UQUAD_MAX (__LONG_LONG_MAX__ * 2ULL + 1ULL)
#define QUAD_MAX __LONG_LONG_MAX__
#define QUAD_MIN (-__LONG_LONG_MAX__ - 1LL)
#endif

#endif
