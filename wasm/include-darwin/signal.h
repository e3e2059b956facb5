/*
 * Signals.
 * Spec: ISO C17 7.14; POSIX.1-2017 <signal.h>; sigaction(2) of Darwin.
 */
#ifndef PACKWHEEL_SIGNAL_H
#define PACKWHEEL_SIGNAL_H

#include <sys/signal.h>
#include <bits/null.h>

PACKWHEEL_BEGIN_C

int raise(int);

#if PACKWHEEL_USE_POSIX
#define __need_size_t
#include <stddef.h>
#define PACKWHEEL_NEED_pid_t
#define PACKWHEEL_NEED_uid_t
#define PACKWHEEL_NEED_timespec
#include <bits/typedefs.h>
#include <bits/pthreadtypes.h>

void (*bsd_signal(int, void (*)(int)))(int);
int kill(pid_t, int);
int killpg(pid_t, int);
int pthread_kill(pthread_t, int);
int pthread_sigmask(int, const sigset_t *, sigset_t *);
int sigaction(int, const struct sigaction *__restrict, struct sigaction *__restrict);
int sigaddset(sigset_t *, int);
int sigaltstack(const stack_t *__restrict, stack_t *__restrict);
int sigdelset(sigset_t *, int);
int sigemptyset(sigset_t *);
int sigfillset(sigset_t *);
int sighold(int);
int sigignore(int);
int siginterrupt(int, int);
int sigismember(const sigset_t *, int);
int sigpause(int);
int sigpending(sigset_t *);
int sigprocmask(int, const sigset_t *__restrict, sigset_t *__restrict);
int sigrelse(int);
void (*sigset(int, void (*)(int)))(int);
int sigsuspend(const sigset_t *);
int sigwait(const sigset_t *__restrict, int *__restrict);
#if PACKWHEEL_USE_DARWIN
extern const char *const sys_signame[NSIG];
extern const char *const sys_siglist[NSIG];
void psignal(unsigned int, const char *);
int sigblock(int);
int sigsetmask(int);
int sigvec(int, struct sigvec *, struct sigvec *);
#endif
#endif

PACKWHEEL_END_C

#endif
