/* The console. */
#include <wincon.h>
