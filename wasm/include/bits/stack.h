/* stack_t */
#ifndef PACKWHEEL_BITS_STACK_H
#define PACKWHEEL_BITS_STACK_H

#include <features.h>
#define __need_size_t
#include <stddef.h>

typedef struct {
  void *ss_sp;
  int ss_flags;
  size_t ss_size;
} stack_t;

#endif
