/* <sys/ucontext.h>: the state of a processor. */
#ifndef PACKWHEEL_SYS_UCONTEXT_H
#define PACKWHEEL_SYS_UCONTEXT_H

#include <features.h>
#include <bits/ucontext.h>

#endif
