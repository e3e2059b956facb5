/* <syscall.h>: another name of <sys/syscall.h>. */
#ifndef PACKWHEEL_SYSCALL_H
#define PACKWHEEL_SYSCALL_H

#include <features.h>
#include <sys/syscall.h>

#endif
