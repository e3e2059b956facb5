/* <linux/random.h>: flags of the getrandom system call. */
#ifndef PACKWHEEL_LINUX_RANDOM_H
#define PACKWHEEL_LINUX_RANDOM_H

#include <features.h>
#include <bits/getrandom-flags.h>
#include <linux/types.h>

#endif
