/* <signal.h>: signals, C17 7.14 and POSIX.1-2017. */
#ifndef PACKWHEEL_SIGNAL_H
#define PACKWHEEL_SIGNAL_H

#include <features.h>
#define PACKWHEEL_NEED_pid_t 1
#include <bits/typedefs.h>
#include <bits/timespec.h>
#include <bits/sigset-type.h>

typedef int sig_atomic_t;

#define SIGHUP 1
#define SIGINT 2
#define SIGQUIT 3
#define SIGILL 4
#define SIGTRAP 5
#define SIGABRT 6
#define SIGBUS 7
#define SIGFPE 8
#define SIGKILL 9
#define SIGUSR1 10
#define SIGSEGV 11
#define SIGUSR2 12
#define SIGPIPE 13
#define SIGALRM 14
#define SIGTERM 15
#define SIGCHLD 17
#define SIGCONT 18
#define SIGSTOP 19
#define SIGTSTP 20
#define SIGTTIN 21
#define SIGTTOU 22
#define SIGURG 23
#define SIGXCPU 24
#define SIGXFSZ 25
#define SIGVTALRM 26
#define SIGPROF 27
#define SIGWINCH 28
#define SIGSYS 31

#define SIG_ERR ((void (*)(int))-1)
#define SIG_DFL ((void (*)(int))0)
#if PACKWHEEL_EMSCRIPTEN
#define SIG_IGN ((void (*)(int))-2) /* 1 may be the number of a function */
#else
#define SIG_IGN ((void (*)(int))1)
#endif

PACKWHEEL_BEGIN_C

int raise(int);
void (*signal(int, void (*)(int)))(int);

PACKWHEEL_END_C

#if PACKWHEEL_USE_POSIX

#include <bits/pthreadtypes.h>
#include <bits/sigevent.h>
#include <bits/siginfo.h>
#include <bits/stack.h>
#include <bits/ucontext.h>

#define SIGIOT SIGABRT
#define SIGIO 29
#define SIGPOLL 29
#define SIGPWR 30
#define SIGSTKFLT 16
#if PACKWHEEL_LIBC_GLIBC
#define SIGCLD SIGCHLD
#else
#define SIGUNUSED SIGSYS
#endif
#define NSIG 65
#define _NSIG 65
#define SIGRTMIN (__libc_current_sigrtmin())
#define SIGRTMAX (__libc_current_sigrtmax())

#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2
#define SA_NOCLDSTOP 1
#define SA_NOCLDWAIT 2
#define SA_SIGINFO 4
#define SA_ONSTACK 0x8000000
#define SA_RESTART 0x10000000
#define SA_NODEFER 0x40000000
#define SA_RESETHAND 0x80000000
#if PACKWHEEL_LIBC_MUSL && (!PACKWHEEL_MACHINE_RISCV64)
#define SA_RESTORER 0x4000000
#endif
#define SS_ONSTACK 1
#define SS_DISABLE 2
#define SIGEV_SIGNAL 0
#define SIGEV_NONE 1
#define SIGEV_THREAD 2
#define SIGEV_THREAD_ID 4
#define BUS_ADRALN 1
#define BUS_ADRERR 2
#define BUS_OBJERR 3
#define BUS_MCEERR_AR 4
#define BUS_MCEERR_AO 5
#define CLD_EXITED 1
#define CLD_KILLED 2
#define CLD_DUMPED 3
#define CLD_TRAPPED 4
#define CLD_STOPPED 5
#define CLD_CONTINUED 6
#define FPE_INTDIV 1
#define FPE_INTOVF 2
#define FPE_FLTDIV 3
#define FPE_FLTOVF 4
#define FPE_FLTUND 5
#define FPE_FLTRES 6
#define FPE_FLTINV 7
#define FPE_FLTSUB 8
#define ILL_ILLOPC 1
#define ILL_ILLOPN 2
#define ILL_ILLADR 3
#define ILL_ILLTRP 4
#define ILL_PRVOPC 5
#define ILL_PRVREG 6
#define ILL_COPROC 7
#define ILL_BADSTK 8
#define POLL_IN 1
#define POLL_OUT 2
#define POLL_MSG 3
#define POLL_ERR 4
#define POLL_PRI 5
#define POLL_HUP 6
#define SI_USER 0
#define SI_KERNEL 0x80
#define SI_ASYNCNL (-60)
#define SI_TKILL (-6)
#define SI_SIGIO (-5)
#define SI_ASYNCIO (-4)
#define SI_MESGQ (-3)
#define SI_TIMER (-2)
#define SI_QUEUE (-1)
#define TRAP_BRKPT 1
#define TRAP_TRACE 2
#define TRAP_BRANCH 3
#define TRAP_HWBKPT 4
#define TRAP_UNK 5
#if PACKWHEEL_LIBC_GLIBC
#define FPE_FLTUNK 14
#define FPE_CONDTRAP 15
#define ILL_BADIADDR 9
#define SI_DETHREAD (-7)
#endif
#define SEGV_MAPERR 1
#define SEGV_ACCERR 2
#define SEGV_BNDERR 3
#define SEGV_PKUERR 4
#if PACKWHEEL_USE_GNU
#define SA_NOMASK 0x40000000
#define SA_ONESHOT 0x80000000
#if PACKWHEEL_LIBC_GLIBC
#define SA_STACK 0x8000000
#define SA_INTERRUPT 0x20000000
#endif
#endif

#if PACKWHEEL_LIBC_MUSL
#define PACKWHEEL_MINSIGSTKSZ(glibc, musl) musl
#else
#define PACKWHEEL_MINSIGSTKSZ(glibc, musl) glibc
#endif
/* Since glibc 2.34 these may be questions to the kernel; the old numbers stay right for the machines of the time. */
#if PACKWHEEL_MACHINE_AARCH64
#define MINSIGSTKSZ PACKWHEEL_MINSIGSTKSZ(5120, 6144)
#define SIGSTKSZ PACKWHEEL_MINSIGSTKSZ(16384, 12288)
#elif PACKWHEEL_MACHINE_PPC64LE
#define MINSIGSTKSZ PACKWHEEL_MINSIGSTKSZ(4096, 4096)
#define SIGSTKSZ PACKWHEEL_MINSIGSTKSZ(16384, 10240)
#elif PACKWHEEL_MACHINE_S390X
#define MINSIGSTKSZ PACKWHEEL_MINSIGSTKSZ(2048, 4096)
#define SIGSTKSZ PACKWHEEL_MINSIGSTKSZ(8192, 10240)
#else
#define MINSIGSTKSZ 2048
#define SIGSTKSZ 8192
#endif

struct sigaction {
  union {
    void (*sa_handler)(int);
    void (*sa_sigaction)(int, siginfo_t *, void *);
  } __handler;
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_MACHINE_S390X
  int __reserved;
  int sa_flags;
  void (*sa_restorer)(void);
  sigset_t sa_mask;
#else
  sigset_t sa_mask;
  int sa_flags;
  void (*sa_restorer)(void);
#endif
};
#define sa_handler __handler.sa_handler
#define sa_sigaction __handler.sa_sigaction

#if PACKWHEEL_USE_GNU
typedef void (*sighandler_t)(int);
#endif
typedef void (*sig_t)(int);

PACKWHEEL_BEGIN_C

int __libc_current_sigrtmin(void);
int __libc_current_sigrtmax(void);
int kill(pid_t, int);
int killpg(pid_t, int);
void psiginfo(const siginfo_t *, const char *);
void psignal(int, const char *);
int pthread_kill(pthread_t, int);
int pthread_sigmask(int, const sigset_t *__restrict, sigset_t *__restrict);
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
#if PACKWHEEL_LIBC_GLIBC
int sigpause(int) PACKWHEEL_REDIRECT("__xpg_sigpause");
#else
int sigpause(int);
#endif
int sigpending(sigset_t *);
int sigprocmask(int, const sigset_t *__restrict, sigset_t *__restrict);
int sigqueue(pid_t, int, union sigval);
int sigrelse(int);
void (*sigset(int, void (*)(int)))(int);
int sigsuspend(const sigset_t *);
int sigtimedwait(const sigset_t *__restrict, siginfo_t *__restrict, const struct timespec *__restrict)
  PACKWHEEL_TIME64("__sigtimedwait_time64", "__sigtimedwait64");
int sigwait(const sigset_t *__restrict, int *__restrict);
int sigwaitinfo(const sigset_t *__restrict, siginfo_t *__restrict);
#if PACKWHEEL_USE_GNU
#if PACKWHEEL_LIBC_GLIBC
int pthread_sigqueue(pthread_t, int, union sigval);
#endif
int sigandset(sigset_t *, const sigset_t *, const sigset_t *);
int sigisemptyset(const sigset_t *);
int sigorset(sigset_t *, const sigset_t *, const sigset_t *);
#if PACKWHEEL_GLIBC_AT_LEAST(34) && PACKWHEEL_LIBC_GLIBC
int tgkill(pid_t, pid_t, int);
#endif
#endif

PACKWHEEL_END_C

#endif

#endif
