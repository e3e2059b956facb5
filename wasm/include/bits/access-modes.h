/* What access() asks for. */
#ifndef PACKWHEEL_BITS_ACCESS_MODES_H
#define PACKWHEEL_BITS_ACCESS_MODES_H

#include <features.h>

#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4

#endif
