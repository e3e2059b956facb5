/* <sys/random.h>: random bytes from the kernel. */
#ifndef PACKWHEEL_SYS_RANDOM_H
#define PACKWHEEL_SYS_RANDOM_H

#include <features.h>
#define PACKWHEEL_NEED_ssize_t 1
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

#if PACKWHEEL_GLIBC_AT_LEAST(25)
#include <bits/getrandom-flags.h>

PACKWHEEL_BEGIN_C

int getentropy(void *, size_t);
ssize_t getrandom(void *, size_t, unsigned int);

PACKWHEEL_END_C
#endif

#endif
