/*
 * What the status of a finished process says.
 * Spec: POSIX.1-2017 <sys/wait.h>; on Linux the low byte is the signal and the next one the exit status.
 */
#ifndef PACKWHEEL_BITS_WAIT_STATUS_H
#define PACKWHEEL_BITS_WAIT_STATUS_H

#ifndef WNOHANG
#define WNOHANG 1
#define WUNTRACED 2
#endif
#ifndef WEXITSTATUS
#define WEXITSTATUS(status) (((status) >> 8) & 0xff)
#define WTERMSIG(status) ((status) & 0x7f)
#define WSTOPSIG(status) WEXITSTATUS(status)
#define WIFEXITED(status) (WTERMSIG(status) == 0)
#define WIFSIGNALED(status) (WTERMSIG(status) != 0 && WTERMSIG(status) != 0x7f)
#define WIFSTOPPED(status) (((status) & 0xff) == 0x7f)
#define WIFCONTINUED(status) ((status) == 0xffff)
#define WCOREDUMP(status) ((status) & 0x80)
#endif

#endif
