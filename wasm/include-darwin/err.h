/*
 * Messages of commands.
 * Spec: err(3) of Darwin.
 */
#ifndef PACKWHEEL_ERR_H
#define PACKWHEEL_ERR_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

PACKWHEEL_NORETURN void err(int, const char *, ...);
void err_set_exit(void (*)(int));
#ifdef __BLOCKS__
void err_set_exit_b(void (^)(int));
#endif
void err_set_file(void *);
PACKWHEEL_NORETURN void errc(int, int, const char *, ...);
PACKWHEEL_NORETURN void errx(int, const char *, ...);
PACKWHEEL_NORETURN void verr(int, const char *, __darwin_va_list);
PACKWHEEL_NORETURN void verrc(int, int, const char *, __darwin_va_list);
PACKWHEEL_NORETURN void verrx(int, const char *, __darwin_va_list);
void vwarn(const char *, __darwin_va_list);
void vwarnc(int, const char *, __darwin_va_list);
void vwarnx(const char *, __darwin_va_list);
void warn(const char *, ...);
void warnc(int, const char *, ...);
void warnx(const char *, ...);

PACKWHEEL_END_C

#endif
