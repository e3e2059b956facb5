/*
 * Resources of processes.
 * Spec: POSIX.1-2017 <sys/resource.h>; getrlimit(2), setpriority(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_RESOURCE_H
#define PACKWHEEL_SYS_RESOURCE_H

#include <bits/darwin.h>
#define PACKWHEEL_NEED_timeval
#define PACKWHEEL_NEED_id_t
#include <bits/typedefs.h>

typedef __uint64_t rlim_t;

#define PRIO_PROCESS 0
#define PRIO_PGRP 1
#define PRIO_USER 2
#define RUSAGE_SELF 0
#define RUSAGE_CHILDREN (-1)
#define RLIM_INFINITY (((__uint64_t)1 << 63) - 1)
#define RLIM_SAVED_MAX RLIM_INFINITY
#define RLIM_SAVED_CUR RLIM_INFINITY
#define RLIMIT_CPU 0
#define RLIMIT_FSIZE 1
#define RLIMIT_DATA 2
#define RLIMIT_STACK 3
#define RLIMIT_CORE 4
#define RLIMIT_AS 5
#define RLIMIT_NOFILE 8
#if PACKWHEEL_USE_DARWIN
#define PRIO_DARWIN_THREAD 3
#define PRIO_DARWIN_PROCESS 4
#define PRIO_MIN (-20)
#define PRIO_MAX 20
#define PRIO_DARWIN_BG 0x1000
#define PRIO_DARWIN_NONUI 0x1001
#define RLIMIT_RSS RLIMIT_AS
#define RLIMIT_MEMLOCK 6
#define RLIMIT_NPROC 7
#define RLIM_NLIMITS 9
#define _RLIMIT_POSIX_FLAG 0x1000
#endif

struct rusage {
  struct timeval ru_utime;
  struct timeval ru_stime;
  long ru_maxrss;
  long ru_ixrss;
  long ru_idrss;
  long ru_isrss;
  long ru_minflt;
  long ru_majflt;
  long ru_nswap;
  long ru_inblock;
  long ru_oublock;
  long ru_msgsnd;
  long ru_msgrcv;
  long ru_nsignals;
  long ru_nvcsw;
  long ru_nivcsw;
};

struct rlimit {
  rlim_t rlim_cur;
  rlim_t rlim_max;
};

PACKWHEEL_BEGIN_C

int getpriority(int, id_t);
int getrlimit(int, struct rlimit *);
int getrusage(int, struct rusage *);
int setpriority(int, id_t, int);
int setrlimit(int, const struct rlimit *);

PACKWHEEL_END_C

#endif
