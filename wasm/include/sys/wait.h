/* <sys/wait.h>: waiting for child processes, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_WAIT_H
#define PACKWHEEL_SYS_WAIT_H

#include <features.h>
#define PACKWHEEL_NEED_pid_t 1
#define PACKWHEEL_NEED_id_t 1
#include <bits/typedefs.h>
#include <bits/wait_status.h>
#include <bits/siginfo.h>
#include <signal.h>

#define WSTOPPED 2
#define WEXITED 4
#define WCONTINUED 8
#define WNOWAIT 0x1000000

typedef enum { P_ALL = 0, P_PID = 1, P_PGID = 2, P_PIDFD = 3 } idtype_t;

PACKWHEEL_BEGIN_C

pid_t wait(int *);
int waitid(idtype_t, id_t, siginfo_t *, int);
pid_t waitpid(pid_t, int *, int);
struct rusage;
pid_t wait3(int *, int, struct rusage *) PACKWHEEL_TIME64("__wait3_time64", "__wait3_time64");
pid_t wait4(pid_t, int *, int, struct rusage *) PACKWHEEL_TIME64("__wait4_time64", "__wait4_time64");

PACKWHEEL_END_C

#endif
