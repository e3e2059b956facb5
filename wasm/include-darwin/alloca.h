/* Memory of the stack. */
#ifndef PACKWHEEL_ALLOCA_H
#define PACKWHEEL_ALLOCA_H

#include <bits/darwin.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C
void *alloca(size_t);
PACKWHEEL_END_C
#undef alloca
#define alloca(size) __builtin_alloca(size)

#endif
