/* The places that lseek() and fcntl() count from. */
#ifndef PACKWHEEL_BITS_SEEK_H
#define PACKWHEEL_BITS_SEEK_H

#include <features.h>

#ifndef SEEK_SET
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#endif
#if PACKWHEEL_USE_GNU && !defined(SEEK_DATA)
#define SEEK_DATA 3
#define SEEK_HOLE 4
#endif

#endif
