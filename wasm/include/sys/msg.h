/* <sys/msg.h>: queues of messages, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_MSG_H
#define PACKWHEEL_SYS_MSG_H

#include <features.h>
#define PACKWHEEL_NEED_ssize_t 1
#define PACKWHEEL_NEED_pid_t 1
#define PACKWHEEL_NEED_key_t 1
#define PACKWHEEL_NEED_time_t 1
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>
#include <sys/ipc.h>
#include <sys/shm.h>

#define MSG_NOERROR 0x1000
#define MSG_EXCEPT 0x2000

typedef unsigned long msgqnum_t;
typedef unsigned long msglen_t;

struct msqid_ds {
  struct ipc_perm msg_perm;
  PACKWHEEL_IPC_TIME(msg_stime)
  PACKWHEEL_IPC_TIME(msg_rtime)
  PACKWHEEL_IPC_TIME(msg_ctime)
  unsigned long __msg_cbytes;
  msgqnum_t msg_qnum;
  msglen_t msg_qbytes;
  pid_t msg_lspid;
  pid_t msg_lrpid;
  unsigned long __reserved[2];
#if PACKWHEEL_LIBC_MUSL && PACKWHEEL_TIME_REDIRECTED
  time_t msg_stime;
  time_t msg_rtime;
  time_t msg_ctime;
#endif
};

PACKWHEEL_BEGIN_C

int msgctl(int, int, struct msqid_ds *) PACKWHEEL_WIDE_TIME_SYMBOL("__msgctl64");
int msgget(key_t, int);
ssize_t msgrcv(int, void *, size_t, long, int);
int msgsnd(int, const void *, size_t, int);

PACKWHEEL_END_C

#endif
