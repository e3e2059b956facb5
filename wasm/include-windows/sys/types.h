/* Types of the functions on files. */
#ifndef _SYS_TYPES_H
#define _SYS_TYPES_H

#include <corecrt.h>

typedef unsigned short _ino_t;
typedef unsigned _dev_t;
#ifndef _OFF_T_DEFINED
#define _OFF_T_DEFINED
typedef long _off_t;
typedef long long off64_t;
#if defined(_FILE_OFFSET_BITS) && _FILE_OFFSET_BITS == 64
typedef long long off_t;
#else
typedef long off_t;
#endif
#endif

#ifndef __STRICT_ANSI__
typedef _ino_t ino_t;
typedef _dev_t dev_t;
#endif
typedef unsigned short _mode_t;
#ifdef _WIN64
typedef long long _pid_t;
#else
typedef int _pid_t;
#endif
#ifndef __STRICT_ANSI__
typedef _mode_t mode_t;
typedef _pid_t pid_t;
#endif

#endif
