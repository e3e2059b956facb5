/* The structures of <ucontext.h>. */
#ifndef PACKWHEEL_SYS_UCONTEXT_H
#define PACKWHEEL_SYS_UCONTEXT_H

#include <bits/ucontext.h>
#endif
