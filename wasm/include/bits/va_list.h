/*
 * `va_list` under its public name, as clang's own <stdarg.h> defines it, without the rest of that header.
 */
#ifndef _VA_LIST
typedef __builtin_va_list va_list;
#define _VA_LIST
#endif
