/* struct sigevent: how a program wants to be told of something. */
#ifndef PACKWHEEL_BITS_SIGEVENT_H
#define PACKWHEEL_BITS_SIGEVENT_H

#include <features.h>
#define PACKWHEEL_NEED_pid_t 1
#include <bits/typedefs.h>
#include <bits/pthread-attr.h>
#include <bits/sigval.h>

struct sigevent {
  union sigval sigev_value;
  int sigev_signo;
  int sigev_notify;
  union {
    char __size[64 - 2 * sizeof(int) - sizeof(union sigval)];
    pid_t sigev_notify_thread_id;
    struct {
      void (*sigev_notify_function)(union sigval);
      pthread_attr_t *sigev_notify_attributes;
    } __thread_start;
  } __how;
};
#define sigev_notify_function __how.__thread_start.sigev_notify_function
#define sigev_notify_attributes __how.__thread_start.sigev_notify_attributes
#define sigev_notify_thread_id __how.sigev_notify_thread_id

#endif
