/*
 * Yes or no.
 * Spec: the Mach interface of Darwin.
 */
#ifndef PACKWHEEL_MACH_BOOLEAN_H
#define PACKWHEEL_MACH_BOOLEAN_H

#include <bits/darwin.h>

typedef int boolean_t;
#ifndef TRUE
#define TRUE 1
#define FALSE 0
#endif

#endif
