/* NULL, whatever other header defined it before. */
#define __need_NULL
#include <stddef.h>
