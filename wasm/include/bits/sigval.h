/* What comes with a signal that a program sends. */
#ifndef PACKWHEEL_BITS_SIGVAL_H
#define PACKWHEEL_BITS_SIGVAL_H

#include <features.h>

union sigval {
  int sival_int;
  void *sival_ptr;
};

#endif
