/* <sys/syscall.h>: numbers of the system calls, for syscall(). */
#ifndef PACKWHEEL_SYS_SYSCALL_H
#define PACKWHEEL_SYS_SYSCALL_H

#include <features.h>
#include <asm/unistd.h>

#endif
