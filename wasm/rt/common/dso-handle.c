/* What a library or program hands over with functions to call at its end, so that the C library knows whose they are. */
#include "../builtins/rt.h"

void *__dso_handle = &__dso_handle;
