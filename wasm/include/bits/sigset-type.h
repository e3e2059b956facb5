/* sigset_t under its public name. */
#ifndef PACKWHEEL_BITS_SIGSET_TYPE_H
#define PACKWHEEL_BITS_SIGSET_TYPE_H

#include <features.h>
#include <bits/sigset.h>

#ifndef __sigset_t_defined
#define __sigset_t_defined 1
typedef __sigset_t sigset_t;
#endif

#endif
