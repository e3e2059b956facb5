/* What lockf() does. */
#ifndef PACKWHEEL_BITS_LOCKF_H
#define PACKWHEEL_BITS_LOCKF_H

#include <features.h>

#define F_ULOCK 0
#define F_LOCK 1
#define F_TLOCK 2
#define F_TEST 3

#endif
