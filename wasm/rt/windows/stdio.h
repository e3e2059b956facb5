/* What the C runtime has for formats, and how it is asked. */
#ifndef PACKWHEEL_RT_WINDOWS_STDIO_H
#define PACKWHEEL_RT_WINDOWS_STDIO_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

/* Options of the functions behind all others. */
#define LEGACY_VSPRINTF_NULL_TERMINATION 0x01ull
#define STANDARD_SNPRINTF_BEHAVIOR 0x02ull
/* `%s` of functions for wide characters means wide characters, as programs for Windows expect it. */
#define LEGACY_WIDE_SPECIFIERS 0x04ull
#define SECURE_SCAN 0x01ull

#define UNBOUNDED ((size_t)-1)

/* The body of a function with `...` after `format`: the one that takes the arguments as a list. */
#define WITH_LIST(call)           \
    do {                          \
        va_list list;             \
        int result;               \
        va_start(list, format);   \
        result = call;            \
        va_end(list);             \
        return result;            \
    } while (0)

#pragma GCC visibility push(hidden)

#endif
