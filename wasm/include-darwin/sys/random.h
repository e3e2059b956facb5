/*
 * Random numbers.
 * Spec: getentropy(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_RANDOM_H
#define PACKWHEEL_SYS_RANDOM_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

int getentropy(void *, size_t);

PACKWHEEL_END_C

#endif
