/*
 * `NULL`, as clang's own <stddef.h> defines it, without the rest of that header.
 */
#define __need_NULL
#include <stddef.h>
