/* <error.h>: messages for the user, as glibc has them. */
#ifndef PACKWHEEL_ERROR_H
#define PACKWHEEL_ERROR_H

#include <features.h>

#if !PACKWHEEL_LIBC_GLIBC
#error "<error.h> is a header of glibc: musl has no such functions"
#endif

PACKWHEEL_BEGIN_C

void error(int, int, const char *, ...) PACKWHEEL_PRINTF(3, 4);
void error_at_line(int, int, const char *, unsigned int, const char *, ...) PACKWHEEL_PRINTF(5, 6);
extern void (*error_print_progname)(void);
extern unsigned int error_message_count;
extern int error_one_per_line;

PACKWHEEL_END_C

#endif
