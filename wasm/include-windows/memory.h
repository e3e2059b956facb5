/* The functions on memory, under their older header's name. */
#include <string.h>
