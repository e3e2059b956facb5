/*
 * Waiting for processes.
 * Spec: POSIX.1-2017 <sys/wait.h>.
 */
#ifndef PACKWHEEL_SYS_WAIT_H
#define PACKWHEEL_SYS_WAIT_H

#include <bits/darwin.h>
#define PACKWHEEL_NEED_pid_t
#define PACKWHEEL_NEED_id_t
#include <bits/typedefs.h>
#include <signal.h>
#include <sys/resource.h>

typedef enum { P_ALL, P_PID, P_PGID } idtype_t;

#define WNOHANG 0x00000001
#define WUNTRACED 0x00000002
#define WEXITED 0x00000004
#define WSTOPPED 0x00000008
#define WCONTINUED 0x00000010
#define WNOWAIT 0x00000020

#if PACKWHEEL_USE_DARWIN
#define _W_INT(status) (*(int *)&(status))
#define WCOREFLAG 0200
#define WCOREDUMP(status) (_W_INT(status) & WCOREFLAG)
#define W_EXITCODE(code, signal) ((code) << 8 | (signal))
#define W_STOPCODE(signal) ((signal) << 8 | _WSTOPPED)
#define WAIT_ANY (-1)
#define WAIT_MYPGRP 0
#else
#define _W_INT(status) (status)
#endif
#define _WSTATUS(status) (_W_INT(status) & 0177)
#define _WSTOPPED 0177
#define WIFCONTINUED(status) (_WSTATUS(status) == _WSTOPPED && WSTOPSIG(status) == 0x13)
#define WIFSTOPPED(status) (_WSTATUS(status) == _WSTOPPED && WSTOPSIG(status) != 0x13)
#define WIFEXITED(status) (_WSTATUS(status) == 0)
#define WIFSIGNALED(status) (_WSTATUS(status) != _WSTOPPED && _WSTATUS(status) != 0)
#define WEXITSTATUS(status) ((_W_INT(status) >> 8) & 0xff)
#define WSTOPSIG(status) (_W_INT(status) >> 8)
#define WTERMSIG(status) (_WSTATUS(status))

PACKWHEEL_BEGIN_C

pid_t wait(int *);
pid_t waitpid(pid_t, int *, int);
#if PACKWHEEL_USE_POSIX
int waitid(idtype_t, id_t, siginfo_t *, int);
#endif
#if PACKWHEEL_USE_DARWIN
pid_t wait3(int *, int, struct rusage *);
pid_t wait4(pid_t, int *, int, struct rusage *);
#endif

PACKWHEEL_END_C

#endif
