/* An old name of <limits.h>. */
#include <limits.h>
