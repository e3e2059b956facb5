/*
 * <crypt.h>: hashes of passwords. Python's headers before 3.9 include it without need. It declares nothing, since the library
 * behind it, libcrypt, is not part of every system.
 */
#ifndef PACKWHEEL_CRYPT_H
#define PACKWHEEL_CRYPT_H

#include <features.h>

#endif
