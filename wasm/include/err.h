/* <err.h>: messages for the user, as BSD has them. */
#ifndef PACKWHEEL_ERR_H
#define PACKWHEEL_ERR_H

#include <features.h>
#include <stdarg.h>

PACKWHEEL_BEGIN_C

PACKWHEEL_NORETURN void err(int, const char *, ...) PACKWHEEL_PRINTF(2, 3);
PACKWHEEL_NORETURN void errx(int, const char *, ...) PACKWHEEL_PRINTF(2, 3);
PACKWHEEL_NORETURN void verr(int, const char *, va_list) PACKWHEEL_PRINTF(2, 0);
PACKWHEEL_NORETURN void verrx(int, const char *, va_list) PACKWHEEL_PRINTF(2, 0);
void vwarn(const char *, va_list) PACKWHEEL_PRINTF(1, 0);
void vwarnx(const char *, va_list) PACKWHEEL_PRINTF(1, 0);
void warn(const char *, ...) PACKWHEEL_PRINTF(1, 2);
void warnx(const char *, ...) PACKWHEEL_PRINTF(1, 2);

PACKWHEEL_END_C

#endif
