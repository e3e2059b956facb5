/*
 * Results of the kernel as text.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_MACH_ERROR_H
#define PACKWHEEL_MACH_MACH_ERROR_H

#include <bits/darwin.h>
#include <mach/kern_return.h>

typedef kern_return_t mach_error_t;

PACKWHEEL_BEGIN_C
char *mach_error_string(mach_error_t);
char *mach_error_type(mach_error_t);
void mach_error(const char *, mach_error_t);
PACKWHEEL_END_C

#endif
