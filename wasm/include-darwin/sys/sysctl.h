/*
 * What the system knows of itself.
 * Spec: sysctl(3) of Darwin.
 */
#ifndef PACKWHEEL_SYS_SYSCTL_H
#define PACKWHEEL_SYS_SYSCTL_H

#include <bits/darwin.h>
#include <sys/types.h>
#include <sys/cdefs.h>
#include <sys/time.h>
#define PACKWHEEL_NEED_blkcnt_t
#define PACKWHEEL_NEED_blksize_t
#define PACKWHEEL_NEED_caddr_t
#define PACKWHEEL_NEED_clock_t
#define PACKWHEEL_NEED_daddr_t
#define PACKWHEEL_NEED_dev_t
#define PACKWHEEL_NEED_fixpt_t
#define PACKWHEEL_NEED_fsblkcnt_t
#define PACKWHEEL_NEED_fsfilcnt_t
#define PACKWHEEL_NEED_gid_t
#define PACKWHEEL_NEED_id_t
#define PACKWHEEL_NEED_in_addr_t
#define PACKWHEEL_NEED_in_port_t
#define PACKWHEEL_NEED_ino_t
#define PACKWHEEL_NEED_key_t
#define PACKWHEEL_NEED_mach_port_t
#define PACKWHEEL_NEED_mode_t
#define PACKWHEEL_NEED_nlink_t
#define PACKWHEEL_NEED_off_t
#define PACKWHEEL_NEED_pid_t
#define PACKWHEEL_NEED_qaddr_t
#define PACKWHEEL_NEED_quad_t
#define PACKWHEEL_NEED_segsz_t
#define PACKWHEEL_NEED_sigset_t
#define PACKWHEEL_NEED_ssize_t
#define PACKWHEEL_NEED_suseconds_t
#define PACKWHEEL_NEED_swblk_t
#define PACKWHEEL_NEED_time_t
#define PACKWHEEL_NEED_timespec
#define PACKWHEEL_NEED_timeval
#define PACKWHEEL_NEED_u_quad_t
#define PACKWHEEL_NEED_uid_t
#define PACKWHEEL_NEED_useconds_t
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_errno_t
#define PACKWHEEL_NEED_ino64_t
#define PACKWHEEL_NEED_rsize_t
#define PACKWHEEL_NEED_u_char
#define PACKWHEEL_NEED_u_int
#define PACKWHEEL_NEED_u_long
#define PACKWHEEL_NEED_u_short
#define PACKWHEEL_NEED_uint
#define PACKWHEEL_NEED_ushort
#include <bits/typedefs.h>
#endif
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

#define CTL_MAXNAME 12
#define CTLTYPE 15
#define CTLTYPE_NODE 1
#define CTLTYPE_INT 2
#define CTLTYPE_STRING 3
#define CTLTYPE_QUAD 4
#define CTLTYPE_OPAQUE 5
#define CTLTYPE_STRUCT 5
#define CTLFLAG_RD 0x80000000
#define CTLFLAG_WR 0x40000000
#define CTLFLAG_RW 0xc0000000
#define CTLFLAG_NOLOCK 0x20000000
#define CTLFLAG_ANYBODY 0x10000000
#define CTLFLAG_SECURE 0x8000000
#define CTLFLAG_MASKED 0x4000000
#define CTLFLAG_NOAUTO 0x2000000
#define CTLFLAG_KERN 0x1000000
#define CTLFLAG_LOCKED 0x800000
#define CTLFLAG_OID2 0x400000
#define CTLFLAG_EXPERIMENT 0x100000
#define OID_AUTO (-1)
#define OID_AUTO_START 100
#define CTL_UNSPEC 0
#define CTL_KERN 1
#define CTL_VM 2
#define CTL_VFS 3
#define CTL_NET 4
#define CTL_DEBUG 5
#define CTL_HW 6
#define CTL_MACHDEP 7
#define CTL_USER 8
#define CTL_MAXID 9
#define KERN_OSTYPE 1
#define KERN_OSRELEASE 2
#define KERN_OSREV 3
#define KERN_VERSION 4
#define KERN_MAXVNODES 5
#define KERN_MAXPROC 6
#define KERN_MAXFILES 7
#define KERN_ARGMAX 8
#define KERN_SECURELVL 9
#define KERN_HOSTNAME 10
#define KERN_HOSTID 11
#define KERN_CLOCKRATE 12
#define KERN_VNODE 13
#define KERN_PROC 14
#define KERN_FILE 15
#define KERN_PROF 0x10
#define KERN_POSIX1 17
#define KERN_NGROUPS 18
#define KERN_JOB_CONTROL 19
#define KERN_SAVED_IDS 20
#define KERN_BOOTTIME 21
#define KERN_NISDOMAINNAME 22
#define KERN_DOMAINNAME 22
#define KERN_MAXPARTITIONS 23
#define KERN_KDEBUG 24
#define KERN_UPDATEINTERVAL 25
#define KERN_OSRELDATE 26
#define KERN_NTP_PLL 27
#define KERN_BOOTFILE 28
#define KERN_MAXFILESPERPROC 29
#define KERN_MAXPROCPERUID 30
#define KERN_DUMPDEV 31
#define KERN_IPC 0x20
#define KERN_DUMMY 33
#define KERN_PS_STRINGS 34
#define KERN_USRSTACK32 35
#define KERN_LOGSIGEXIT 36
#define KERN_SYMFILE 37
#define KERN_PROCARGS 38
#define KERN_NETBOOT 40
#define KERN_SYSV 42
#define KERN_AFFINITY 43
#define KERN_TRANSLATE 44
#define KERN_CLASSIC 44
#define KERN_EXEC 45
#define KERN_CLASSICHANDLER 45
#define KERN_AIOMAX 46
#define KERN_AIOPROCMAX 47
#define KERN_AIOTHREADS 48
#define KERN_PROCARGS2 49
#define KERN_COREFILE 50
#define KERN_COREDUMP 51
#define KERN_SUGID_COREDUMP 52
#define KERN_PROCDELAYTERM 53
#define KERN_SHREG_PRIVATIZABLE 54
#define KERN_LOW_PRI_WINDOW 56
#define KERN_LOW_PRI_DELAY 57
#define KERN_POSIX 58
#define KERN_USRSTACK64 59
#define KERN_NX_PROTECTION 60
#define KERN_TFP 61
#define KERN_PROCNAME 62
#define KERN_THALTSTACK 63
#define KERN_SPECULATIVE_READS 0x40
#define KERN_OSVERSION 65
#define KERN_SAFEBOOT 66
#define KERN_RAGEVNODE 68
#define KERN_TTY 69
#define KERN_CHECKOPENEVT 70
#define KERN_THREADNAME 71
#define KERN_MAXID 72
#define KERN_USRSTACK 59
#define KERN_RAGE_PROC 1
#define KERN_RAGE_THREAD 2
#define KERN_UNRAGE_PROC 3
#define KERN_UNRAGE_THREAD 4
#define KERN_OPENEVT_PROC 1
#define KERN_UNOPENEVT_PROC 2
#define KERN_TFP_POLICY 1
#define KERN_TFP_POLICY_DENY 0
#define KERN_TFP_POLICY_DEFAULT 2
#define KERN_KDEFLAGS 1
#define KERN_KDDFLAGS 2
#define KERN_KDENABLE 3
#define KERN_KDSETBUF 4
#define KERN_KDGETBUF 5
#define KERN_KDSETUP 6
#define KERN_KDREMOVE 7
#define KERN_KDSETREG 8
#define KERN_KDGETREG 9
#define KERN_KDREADTR 10
#define KERN_KDPIDTR 11
#define KERN_KDTHRMAP 12
#define KERN_KDPIDEX 14
#define KERN_KDSETRTCDEC 15
#define KERN_KDGETENTROPY 0x10
#define KERN_KDWRITETR 17
#define KERN_KDWRITEMAP 18
#define KERN_KDTEST 19
#define KERN_KDREADCURTHRMAP 21
#define KERN_KDSET_TYPEFILTER 22
#define KERN_KDBUFWAIT 23
#define KERN_KDCPUMAP 24
#define KERN_KDCPUMAP_EXT 25
#define KERN_KDWRITETR_V3 28
#define KERN_PROC_ALL 0
#define KERN_PROC_PID 1
#define KERN_PROC_PGRP 2
#define KERN_PROC_SESSION 3
#define KERN_PROC_TTY 4
#define KERN_PROC_UID 5
#define KERN_PROC_RUID 6
#define KERN_PROC_LCID 7
#define KERN_VFSNSPACE_HANDLE_PROC 1
#define KERN_VFSNSPACE_UNHANDLE_PROC 2
#define WMESGLEN 7
#define EPROC_CTTY 1
#define EPROC_SLEADER 2
#define KIPC_MAXSOCKBUF 1
#define KIPC_SOCKBUF_WASTE 2
#define KIPC_SOMAXCONN 3
#define KIPC_MAX_LINKHDR 4
#define KIPC_MAX_PROTOHDR 5
#define KIPC_MAX_HDR 6
#define KIPC_MAX_DATALEN 7
#define KIPC_MBSTAT 8
#define KIPC_NMBCLUSTERS 9
#define KIPC_SOQLIMITCOMPAT 10
#define VM_METER 1
#define VM_LOADAVG 2
#define VM_MACHFACTOR 4
#define VM_SWAPUSAGE 5
#define VM_MAXID 6
#define LSCALE 1000
#define HW_MACHINE 1
#define HW_MODEL 2
#define HW_NCPU 3
#define HW_BYTEORDER 4
#define HW_PHYSMEM 5
#define HW_USERMEM 6
#define HW_PAGESIZE 7
#define HW_DISKNAMES 8
#define HW_DISKSTATS 9
#define HW_EPOCH 10
#define HW_FLOATINGPT 11
#define HW_MACHINE_ARCH 12
#define HW_VECTORUNIT 13
#define HW_BUS_FREQ 14
#define HW_CPU_FREQ 15
#define HW_CACHELINE 0x10
#define HW_L1ICACHESIZE 17
#define HW_L1DCACHESIZE 18
#define HW_L2SETTINGS 19
#define HW_L2CACHESIZE 20
#define HW_L3SETTINGS 21
#define HW_L3CACHESIZE 22
#define HW_TB_FREQ 23
#define HW_MEMSIZE 24
#define HW_AVAILCPU 25
#define HW_TARGET 26
#define HW_PRODUCT 27
#define HW_MAXID 28
#define USER_CS_PATH 1
#define USER_BC_BASE_MAX 2
#define USER_BC_DIM_MAX 3
#define USER_BC_SCALE_MAX 4
#define USER_BC_STRING_MAX 5
#define USER_COLL_WEIGHTS_MAX 6
#define USER_EXPR_NEST_MAX 7
#define USER_LINE_MAX 8
#define USER_RE_DUP_MAX 9
#define USER_POSIX2_VERSION 10
#define USER_POSIX2_C_BIND 11
#define USER_POSIX2_C_DEV 12
#define USER_POSIX2_CHAR_TERM 13
#define USER_POSIX2_FORT_DEV 14
#define USER_POSIX2_FORT_RUN 15
#define USER_POSIX2_LOCALEDEF 0x10
#define USER_POSIX2_SW_DEV 17
#define USER_POSIX2_UPE 18
#define USER_STREAM_MAX 19
#define USER_TZNAME_MAX 20
#define USER_MAXID 21

struct ctlname {
  char *ctl_name;
  int ctl_type;
};
struct xsw_usage {
  __uint64_t xsu_total;
  __uint64_t xsu_avail;
  __uint64_t xsu_used;
  __uint32_t xsu_pagesize;
  int xsu_encrypted;
};
struct loadavg {
  fixpt_t ldavg[3];
  long fscale;
};

extern struct loadavg averunnable;
int sysctl(int *, unsigned int, void *, size_t *, void *, size_t);
int sysctlbyname(const char *, void *, size_t *, void *, size_t);
int sysctlnametomib(const char *, int *, size_t *);

PACKWHEEL_END_C

#endif
