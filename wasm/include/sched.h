/* <sched.h>: scheduling, POSIX.1-2017. */
#ifndef PACKWHEEL_SCHED_H
#define PACKWHEEL_SCHED_H

#include <features.h>
#define PACKWHEEL_NEED_pid_t 1
#define PACKWHEEL_NEED_time_t 1
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>
#include <bits/timespec.h>
#include <time.h>

#define SCHED_OTHER 0
#define SCHED_FIFO 1
#define SCHED_RR 2
#define SCHED_BATCH 3
#define SCHED_IDLE 5
#define SCHED_DEADLINE 6
#define SCHED_RESET_ON_FORK 0x40000000
#if PACKWHEEL_LIBC_GLIBC
#define SCHED_ISO 4
#endif

struct sched_param {
  int sched_priority;
#if PACKWHEEL_LIBC_MUSL
  int __reserved_1;
#if PACKWHEEL_WORD_BITS == 64
  struct {
    time_t __reserved_1;
    long __reserved_2;
  } __reserved_2[2];
#else
  long __reserved_2[4];
#endif
  int __reserved_3;
#endif
};

PACKWHEEL_BEGIN_C

int sched_get_priority_max(int);
int sched_get_priority_min(int);
int sched_getparam(pid_t, struct sched_param *);
int sched_getscheduler(pid_t);
int sched_rr_get_interval(pid_t, struct timespec *) PACKWHEEL_TIME64("__sched_rr_get_interval_time64", "__sched_rr_get_interval64");
int sched_setparam(pid_t, const struct sched_param *);
int sched_setscheduler(pid_t, int, const struct sched_param *);
int sched_yield(void);

#if PACKWHEEL_USE_GNU
#define CSIGNAL 255
#define CLONE_NEWTIME 0x80
#define CLONE_VM 0x100
#define CLONE_FS 0x200
#define CLONE_FILES 0x400
#define CLONE_SIGHAND 0x800
#define CLONE_PIDFD 0x1000
#define CLONE_PTRACE 0x2000
#define CLONE_VFORK 0x4000
#define CLONE_PARENT 0x8000
#define CLONE_THREAD 0x10000
#define CLONE_NEWNS 0x20000
#define CLONE_SYSVSEM 0x40000
#define CLONE_SETTLS 0x80000
#define CLONE_PARENT_SETTID 0x100000
#define CLONE_CHILD_CLEARTID 0x200000
#define CLONE_DETACHED 0x400000
#define CLONE_UNTRACED 0x800000
#define CLONE_CHILD_SETTID 0x1000000
#define CLONE_NEWCGROUP 0x2000000
#define CLONE_NEWUTS 0x4000000
#define CLONE_NEWIPC 0x8000000
#define CLONE_NEWUSER 0x10000000
#define CLONE_NEWPID 0x20000000
#define CLONE_NEWNET 0x40000000
#define CLONE_IO 0x80000000
#if PACKWHEEL_LIBC_MUSL
#define CPU_SETSIZE 128
#else
#define CPU_SETSIZE 1024
#endif

typedef struct {
  unsigned long __bits[128 / sizeof(long)];
} cpu_set_t;

int clone(int (*)(void *), void *, int, void *, ...);
int setns(int, int);
int unshare(int);
int sched_getcpu(void);
int sched_getaffinity(pid_t, size_t, cpu_set_t *);
int sched_setaffinity(pid_t, size_t, const cpu_set_t *);
int __sched_cpucount(size_t, const cpu_set_t *);
#if PACKWHEEL_LIBC_MUSL
void *calloc(size_t, size_t) PACKWHEEL_NOTHROW __attribute__((__malloc__));
void free(void *) PACKWHEEL_NOTHROW;
#define CPU_ALLOC(count) ((cpu_set_t *)calloc(1, CPU_ALLOC_SIZE(count)))
#define CPU_FREE(set) free(set)
#else
cpu_set_t *__sched_cpualloc(size_t);
void __sched_cpufree(cpu_set_t *);
#define CPU_ALLOC(count) __sched_cpualloc(count)
#define CPU_FREE(set) __sched_cpufree(set)
#endif

#define PACKWHEEL_CPU_WORD(cpu, set) ((set)->__bits[(cpu) / (8 * sizeof(long))])
#define PACKWHEEL_CPU_BIT(cpu) (1UL << ((cpu) % (8 * sizeof(long))))
#define PACKWHEEL_CPU_IN(cpu, size) ((size_t)(cpu) / 8 < (size))
#define CPU_SET_S(cpu, size, set) \
  (PACKWHEEL_CPU_IN(cpu, size) ? (PACKWHEEL_CPU_WORD(cpu, set) |= PACKWHEEL_CPU_BIT(cpu)) : 0)
#define CPU_CLR_S(cpu, size, set) \
  (PACKWHEEL_CPU_IN(cpu, size) ? (PACKWHEEL_CPU_WORD(cpu, set) &= ~PACKWHEEL_CPU_BIT(cpu)) : 0)
#define CPU_ISSET_S(cpu, size, set) \
  (PACKWHEEL_CPU_IN(cpu, size) ? (PACKWHEEL_CPU_WORD(cpu, set) & PACKWHEEL_CPU_BIT(cpu)) != 0 : 0)
#define CPU_ZERO_S(size, set) ((void)__builtin_memset((set), 0, (size)))
#define CPU_COUNT_S(size, set) __sched_cpucount((size), (set))
#define CPU_EQUAL_S(size, left, right) (__builtin_memcmp((left), (right), (size)) == 0)
#define CPU_SET(cpu, set) CPU_SET_S(cpu, sizeof(cpu_set_t), set)
#define CPU_CLR(cpu, set) CPU_CLR_S(cpu, sizeof(cpu_set_t), set)
#define CPU_ISSET(cpu, set) CPU_ISSET_S(cpu, sizeof(cpu_set_t), set)
#define CPU_ZERO(set) CPU_ZERO_S(sizeof(cpu_set_t), set)
#define CPU_COUNT(set) CPU_COUNT_S(sizeof(cpu_set_t), set)
#define CPU_EQUAL(left, right) CPU_EQUAL_S(sizeof(cpu_set_t), left, right)
#define CPU_ALLOC_SIZE(count) (((count) + 8 * sizeof(long) - 1) / (8 * sizeof(long)) * sizeof(long))
#endif

PACKWHEEL_END_C

#endif
