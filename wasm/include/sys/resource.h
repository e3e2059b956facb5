/* <sys/resource.h>: limits and use of resources, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_RESOURCE_H
#define PACKWHEEL_SYS_RESOURCE_H

#include <features.h>
#define PACKWHEEL_NEED_pid_t 1
#define PACKWHEEL_NEED_id_t 1
#define PACKWHEEL_NEED_rlim_t 1
#if PACKWHEEL_USE_LARGEFILE64
#define PACKWHEEL_NEED_rlim64_t 1
#endif
#include <bits/typedefs.h>
#include <bits/timeval.h>

#define PRIO_PROCESS 0
#define PRIO_PGRP 1
#define PRIO_USER 2
#define RLIM_NLIMITS 16
#define RLIMIT_CPU 0
#define RLIMIT_FSIZE 1
#define RLIMIT_DATA 2
#define RLIMIT_STACK 3
#define RLIMIT_CORE 4
#define RLIMIT_RSS 5
#define RLIMIT_NPROC 6
#define RLIMIT_NOFILE 7
#define RLIMIT_MEMLOCK 8
#define RLIMIT_AS 9
#define RLIMIT_LOCKS 10
#define RLIMIT_SIGPENDING 11
#define RLIMIT_MSGQUEUE 12
#define RLIMIT_NICE 13
#define RLIMIT_RTPRIO 14
#define RLIMIT_RTTIME 15
#define RLIMIT_NLIMITS 16
#define RUSAGE_SELF 0
#define RUSAGE_THREAD 1
#define RUSAGE_CHILDREN (-1)
#if PACKWHEEL_LIBC_GLIBC
#define RLIMIT_OFILE 7
#endif
#define PRIO_MIN (-20)
#define PRIO_MAX 20

#define RLIM_INFINITY (~(rlim_t)0)
#define RLIM_SAVED_CUR RLIM_INFINITY
#define RLIM_SAVED_MAX RLIM_INFINITY

struct rlimit {
  rlim_t rlim_cur;
  rlim_t rlim_max;
};

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
#if PACKWHEEL_EMSCRIPTEN
  long __reserved[20]; /* pyemscripten_2025_0 writes beyond the end of the library's own struct */
#elif PACKWHEEL_LIBC_MUSL
  long __reserved[16];
#endif
};

/* glibc's own prototypes have enumerations, which C++ does not convert to. */
#if PACKWHEEL_LIBC_GLIBC && !defined(__cplusplus)
typedef enum { PACKWHEEL_RLIMIT_CPU } __rlimit_resource_t;
typedef enum { PACKWHEEL_RUSAGE_SELF = 0, PACKWHEEL_RUSAGE_CHILDREN = -1 } __rusage_who_t;
typedef enum { PACKWHEEL_PRIO_PROCESS } __priority_which_t;
#define PACKWHEEL_RLIMIT __rlimit_resource_t
#define PACKWHEEL_RUSAGE __rusage_who_t
#define PACKWHEEL_PRIO __priority_which_t
#else
#define PACKWHEEL_RLIMIT int
#define PACKWHEEL_RUSAGE int
#define PACKWHEEL_PRIO int
#endif

PACKWHEEL_BEGIN_C

int getpriority(PACKWHEEL_PRIO, id_t);
int getrlimit(PACKWHEEL_RLIMIT, struct rlimit *) PACKWHEEL_OFFSET64("getrlimit64");
int getrusage(PACKWHEEL_RUSAGE, struct rusage *) PACKWHEEL_TIME64("__getrusage_time64", "__getrusage64");
int setpriority(PACKWHEEL_PRIO, id_t, int);
int setrlimit(PACKWHEEL_RLIMIT, const struct rlimit *) PACKWHEEL_OFFSET64("setrlimit64");
#if PACKWHEEL_USE_GNU
#if PACKWHEEL_LIBC_GLIBC
#define RLIM64_INFINITY 0xffffffffffffffffULL
struct rlimit64 {
  rlim64_t rlim_cur;
  rlim64_t rlim_max;
};
int getrlimit64(PACKWHEEL_RLIMIT, struct rlimit64 *);
int setrlimit64(PACKWHEEL_RLIMIT, const struct rlimit64 *);
#else
#define rlimit64 rlimit
#define getrlimit64 getrlimit
#define setrlimit64 setrlimit
#endif
int prlimit(pid_t, PACKWHEEL_RLIMIT, const struct rlimit *, struct rlimit *) PACKWHEEL_OFFSET64("prlimit64");
#endif

PACKWHEEL_END_C

#endif
