/* siginfo_t: what a handler of signals is told. */
#ifndef PACKWHEEL_BITS_SIGINFO_H
#define PACKWHEEL_BITS_SIGINFO_H

#include <features.h>
#define PACKWHEEL_NEED_pid_t 1
#define PACKWHEEL_NEED_uid_t 1
#define PACKWHEEL_NEED_clock_t 1
#include <bits/typedefs.h>
#include <bits/sigval.h>

/* What a handler is told: fixed at 128 bytes, with a part for each kind of signal. */
typedef struct {
  int si_signo;
  int si_errno;
  int si_code;
#if PACKWHEEL_WORD_BITS == 64
  int __reserved;
#endif
  union {
    char __size[sizeof(long) == 8 ? 112 : 116];
    struct {
      union {
        struct {
          pid_t si_pid;
          uid_t si_uid;
        } __sender;
        struct {
          int si_timerid;
          int si_overrun;
        } __timer;
      } __who;
      union {
        union sigval si_value;
        struct {
          int si_status;
          clock_t si_utime;
          clock_t si_stime;
        } __child;
      } __what;
    } __common;
    struct {
      void *si_addr;
      short si_addr_lsb;
      union {
        struct {
          void *si_lower;
          void *si_upper;
        } __bounds;
        unsigned int si_pkey;
      } __limits;
    } __fault;
    struct {
      long si_band;
      int si_fd;
    } __poll;
    struct {
      void *si_call_addr;
      int si_syscall;
      unsigned int si_arch;
    } __call;
  } __fields;
} siginfo_t;
#define si_pid __fields.__common.__who.__sender.si_pid
#define si_uid __fields.__common.__who.__sender.si_uid
#define si_timerid __fields.__common.__who.__timer.si_timerid
#define si_overrun __fields.__common.__who.__timer.si_overrun
#define si_value __fields.__common.__what.si_value
#define si_ptr si_value.sival_ptr
#define si_int si_value.sival_int
#define si_status __fields.__common.__what.__child.si_status
#define si_utime __fields.__common.__what.__child.si_utime
#define si_stime __fields.__common.__what.__child.si_stime
#define si_addr __fields.__fault.si_addr
#define si_addr_lsb __fields.__fault.si_addr_lsb
#define si_lower __fields.__fault.__limits.__bounds.si_lower
#define si_upper __fields.__fault.__limits.__bounds.si_upper
#define si_pkey __fields.__fault.__limits.si_pkey
#define si_band __fields.__poll.si_band
#define si_fd __fields.__poll.si_fd
#define si_call_addr __fields.__call.si_call_addr
#define si_syscall __fields.__call.si_syscall
#define si_arch __fields.__call.si_arch

#endif
