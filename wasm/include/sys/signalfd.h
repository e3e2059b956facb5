/* <sys/signalfd.h>: signals that can be read, as Linux has them. */
#ifndef PACKWHEEL_SYS_SIGNALFD_H
#define PACKWHEEL_SYS_SIGNALFD_H

#include <features.h>
#define PACKWHEEL_NEED_int32_t 1
#define PACKWHEEL_NEED_uint8_t 1
#define PACKWHEEL_NEED_uint16_t 1
#define PACKWHEEL_NEED_uint32_t 1
#define PACKWHEEL_NEED_uint64_t 1
#include <bits/typedefs.h>
#include <bits/sigset-type.h>

#define SFD_NONBLOCK 0x800
#define SFD_CLOEXEC 0x80000

struct signalfd_siginfo {
  uint32_t ssi_signo;
  int32_t ssi_errno;
  int32_t ssi_code;
  uint32_t ssi_pid;
  uint32_t ssi_uid;
  int32_t ssi_fd;
  uint32_t ssi_tid;
  uint32_t ssi_band;
  uint32_t ssi_overrun;
  uint32_t ssi_trapno;
  int32_t ssi_status;
  int32_t ssi_int;
  uint64_t ssi_ptr;
  uint64_t ssi_utime;
  uint64_t ssi_stime;
  uint64_t ssi_addr;
  uint16_t ssi_addr_lsb;
  uint16_t __padding;
  int32_t ssi_syscall;
  uint64_t ssi_call_addr;
  uint32_t ssi_arch;
  uint8_t __reserved[28];
};

PACKWHEEL_BEGIN_C

int signalfd(int, const sigset_t *, int);

PACKWHEEL_END_C

#endif
