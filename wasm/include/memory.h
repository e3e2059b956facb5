/* <memory.h>: another name of <string.h>. */
#ifndef PACKWHEEL_MEMORY_H
#define PACKWHEEL_MEMORY_H

#include <features.h>
#include <string.h>

#endif
