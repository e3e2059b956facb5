/* ISO C17 7.14. */
#ifndef _SIGNAL_H
#define _SIGNAL_H

#include <corecrt.h>

typedef int sig_atomic_t;
typedef void (*__p_sig_fn_t)(int);

#define SIGINT 2
#define SIGILL 4
#define SIGFPE 8
#define SIGSEGV 11
#define SIGTERM 15
#define SIGBREAK 21
#define SIGABRT 22
#define SIGABRT_COMPAT 6
#define NSIG 23

#define SIG_DFL ((__p_sig_fn_t)0)
#define SIG_IGN ((__p_sig_fn_t)1)
#define SIG_GET ((__p_sig_fn_t)2)
#define SIG_SGE ((__p_sig_fn_t)3)
#define SIG_ACK ((__p_sig_fn_t)4)
#define SIG_ERR ((__p_sig_fn_t)-1)

__PACKWHEEL_BEGIN
__p_sig_fn_t signal(int, __p_sig_fn_t);
int raise(int);
__PACKWHEEL_END

#endif
