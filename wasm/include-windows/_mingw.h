/* What sources written for MinGW look for before they ask which system it is. */
#ifndef _MINGW_H
#define _MINGW_H

#include <corecrt.h>

#define __MINGW_NOTHROW __attribute__((__nothrow__))
#define __MINGW_ATTRIB_NORETURN __attribute__((__noreturn__))
#define __MINGW_ATTRIB_CONST __attribute__((__const__))
#define __MINGW_ATTRIB_MALLOC __attribute__((__malloc__))
#define __MINGW_ATTRIB_PURE __attribute__((__pure__))
#define __MINGW_ATTRIB_NONNULL(argument) __attribute__((__nonnull__(argument)))
#define __MINGW_ATTRIB_UNUSED __attribute__((__unused__))
#define __MINGW_ATTRIB_DEPRECATED __attribute__((__deprecated__))
#define __MINGW_EXTENSION __extension__
#define __MINGW_GNUC_PREREQ(major, minor) (__GNUC__ > (major) || (__GNUC__ == (major) && __GNUC_MINOR__ >= (minor)))
#define __MINGW_IMPORT extern
#define __MINGW_PRINTF_FORMAT __printf__
#define __MINGW_SCANF_FORMAT __scanf__

#endif
