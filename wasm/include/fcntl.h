/* <fcntl.h>: file control, POSIX.1-2017. */
#ifndef PACKWHEEL_FCNTL_H
#define PACKWHEEL_FCNTL_H

#include <features.h>
#define PACKWHEEL_NEED_ssize_t 1
#define PACKWHEEL_NEED_off_t 1
#define PACKWHEEL_NEED_mode_t 1
#define PACKWHEEL_NEED_pid_t 1
#if PACKWHEEL_USE_LARGEFILE64
#define PACKWHEEL_NEED_off64_t 1
#endif
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>
#include <bits/seek.h>
#include <bits/file-modes.h>
#include <bits/lockf.h>

#if PACKWHEEL_USE_GNU
#include <bits/access-modes.h>
#include <bits/iovec.h>
#endif

#define F_DUPFD 0
#define F_RDLCK 0
#define F_GETFD 1
#define F_SEAL_SEAL 1
#define F_WRLCK 1
#define F_SEAL_SHRINK 2
#define F_SETFD 2
#define F_UNLCK 2
#define F_GETFL 3
#define F_SEAL_GROW 4
#define F_SETFL 4
#define F_SEAL_WRITE 8
#define F_SETOWN 8
#define F_GETOWN 9
#define F_SETSIG 10
#define F_GETSIG 11
#define F_SETOWN_EX 15
#define F_GETOWN_EX 16
#define F_SEAL_FUTURE_WRITE 16
#define F_OFD_GETLK 36
#define F_OFD_SETLK 37
#define F_OFD_SETLKW 38
#define F_SETLEASE 0x400
#define F_GETLEASE 0x401
#define F_NOTIFY 0x402
#define F_DUPFD_CLOEXEC 1030
#define F_SETPIPE_SZ 1031
#define F_GETPIPE_SZ 0x408
#define F_ADD_SEALS 1033
#define F_GET_SEALS 1034
#define F_GET_RW_HINT 1035
#define F_SET_RW_HINT 1036
#define F_GET_FILE_RW_HINT 1037
#define F_SET_FILE_RW_HINT 1038
#define O_RDONLY 0
#define O_WRONLY 1
#define O_RDWR 2
#define O_CREAT 0x40
#define O_EXCL 0x80
#define O_NOCTTY 0x100
#define O_TRUNC 0x200
#define O_APPEND 0x400
#define O_NDELAY 0x800
#define O_NONBLOCK 0x800
#define O_DSYNC 0x1000
#define O_ASYNC 0x2000
#define O_NOATIME 0x40000
#define O_CLOEXEC 0x80000
#define O_RSYNC 0x101000
#define O_SYNC 0x101000
#define O_PATH 0x200000
#if PACKWHEEL_LIBC_GLIBC
#define O_ACCMODE 3
#else
#define O_ACCMODE 0x200003
#endif
#if PACKWHEEL_MACHINE_AARCH64 || PACKWHEEL_MACHINE_ARMV7L || PACKWHEEL_MACHINE_PPC64LE
#define O_DIRECTORY 0x4000
#define O_NOFOLLOW 0x8000
#define O_TMPFILE 0x404000
#else
#define O_DIRECTORY 0x10000
#define O_NOFOLLOW 0x20000
#define O_TMPFILE 0x410000
#endif
#if PACKWHEEL_MACHINE_PPC64LE
#define O_DIRECT 0x20000
#elif PACKWHEEL_MACHINE_AARCH64 || PACKWHEEL_MACHINE_ARMV7L
#define O_DIRECT 0x10000
#else
#define O_DIRECT 0x4000
#endif
#if PACKWHEEL_LIBC_MUSL && PACKWHEEL_MACHINE_PPC64LE
#define O_LARGEFILE 0x10000
#elif (PACKWHEEL_LIBC_GLIBC && PACKWHEEL_MACHINE_ARMV7L) || (PACKWHEEL_LIBC_MUSL && (PACKWHEEL_MACHINE_AARCH64 || PACKWHEEL_MACHINE_ARMV7L))
#define O_LARGEFILE 0x20000
#elif PACKWHEEL_LIBC_GLIBC && PACKWHEEL_WORD_BITS == 64
#define O_LARGEFILE 0
#else
#define O_LARGEFILE 0x8000
#endif
#if PACKWHEEL_LIBC_GLIBC
#define F_EXLCK 4
#define F_SHLCK 8
#define O_FSYNC 0x101000
#endif
#if PACKWHEEL_LIBC_MUSL
#define F_GETOWNER_UIDS 17
#define F_CANCELLK 1029
#define O_TTY_INIT 0
#define O_EXEC 0x200000
#define O_SEARCH 0x200000
#endif
/* A 32-bit glibc has locks with short and with long offsets, and other numbers for both. */
#if PACKWHEEL_WORD_BITS == 64
#define F_GETLK 5
#define F_SETLK 6
#define F_SETLKW 7
#elif PACKWHEEL_OFFSET_BITS == 64
#define F_GETLK 12
#define F_SETLK 13
#define F_SETLKW 14
#else
#define F_GETLK 5
#define F_SETLK 6
#define F_SETLKW 7
#endif
#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_WORD_BITS == 32 || (PACKWHEEL_LIBC_GLIBC && PACKWHEEL_MACHINE_PPC64LE)
#define F_GETLK64 12
#define F_SETLK64 13
#define F_SETLKW64 14
#else
#define F_GETLK64 5
#define F_SETLK64 6
#define F_SETLKW64 7
#endif
#endif
#if PACKWHEEL_LIBC_MUSL && PACKWHEEL_USE_GNU
#define F_OWNER_TID 0
#define F_OWNER_PID 1
#define F_OWNER_PGRP 2
#define F_OWNER_GID 2
#endif
#define FAPPEND 0x400
#define FNDELAY 0x800
#define FNONBLOCK 0x800
#define FASYNC 0x2000
#define FFSYNC 0x101000
#define AT_EACCESS 0x200
#define AT_REMOVEDIR 0x200
#define AT_RECURSIVE 0x8000
#define AT_FDCWD (-100)
#define AT_EMPTY_PATH 0x1000
#define AT_NO_AUTOMOUNT 0x800
#define AT_SYMLINK_NOFOLLOW 0x100
#define AT_SYMLINK_FOLLOW 0x400
#define FD_CLOEXEC 1
#define POSIX_FADV_NORMAL 0
#define POSIX_FADV_RANDOM 1
#define POSIX_FADV_SEQUENTIAL 2
#define POSIX_FADV_WILLNEED 3
#if PACKWHEEL_MACHINE_S390X
#define POSIX_FADV_DONTNEED 6
#define POSIX_FADV_NOREUSE 7
#else
#define POSIX_FADV_DONTNEED 4
#define POSIX_FADV_NOREUSE 5
#endif

#if PACKWHEEL_USE_GNU
#define DN_ACCESS 1
#define DN_MODIFY 2
#define DN_CREATE 4
#define DN_DELETE 8
#define DN_RENAME 16
#define DN_ATTRIB 32
#define DN_MULTISHOT 0x80000000
#define FALLOC_FL_KEEP_SIZE 1
#define FALLOC_FL_PUNCH_HOLE 2
#define MAX_HANDLE_SZ 0x80
#define RWF_WRITE_LIFE_NOT_SET 0
#define RWH_WRITE_LIFE_NONE 1
#define RWH_WRITE_LIFE_SHORT 2
#define RWH_WRITE_LIFE_MEDIUM 3
#define RWH_WRITE_LIFE_LONG 4
#define RWH_WRITE_LIFE_EXTREME 5
#define SPLICE_F_MOVE 1
#define SPLICE_F_NONBLOCK 2
#define SPLICE_F_MORE 4
#define SPLICE_F_GIFT 8
#define SYNC_FILE_RANGE_WAIT_BEFORE 1
#define SYNC_FILE_RANGE_WRITE 2
#define SYNC_FILE_RANGE_WAIT_AFTER 4
#if PACKWHEEL_LIBC_GLIBC
#define FALLOC_FL_NO_HIDE_STALE 4
#define FALLOC_FL_COLLAPSE_RANGE 8
#define FALLOC_FL_ZERO_RANGE 16
#define FALLOC_FL_INSERT_RANGE 32
#define FALLOC_FL_UNSHARE_RANGE 0x40
#define LOCK_SH 1
#define LOCK_EX 2
#define LOCK_NB 4
#define LOCK_UN 8
#define LOCK_MAND 32
#define LOCK_READ 0x40
#define LOCK_WRITE 0x80
#define LOCK_RW 0xc0
#define RWH_WRITE_LIFE_NOT_SET 0
#define SYNC_FILE_RANGE_WRITE_AND_WAIT 7
#endif
#endif

struct flock {
  short l_type;
  short l_whence;
  off_t l_start;
  off_t l_len;
  pid_t l_pid;
};

#if PACKWHEEL_USE_GNU
struct f_owner_ex {
#if PACKWHEEL_LIBC_GLIBC
  enum __pid_type {
    F_OWNER_TID = 0,
    F_OWNER_PID,
    F_OWNER_PGRP,
    F_OWNER_GID = F_OWNER_PGRP
  } type;
#else
  int type;
#endif
  pid_t pid;
};

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc99-extensions"
#endif
struct file_handle {
  unsigned int handle_bytes;
  int handle_type;
  __extension__ unsigned char f_handle[];
};
#ifdef __clang__
#pragma clang diagnostic pop
#endif
#endif

/* Until glibc 2.28, fcntl() is the one function for both widths of off_t. */
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_TIME_REDIRECTED
#define PACKWHEEL_FCNTL_SYMBOL PACKWHEEL_REDIRECT("__fcntl_time64")
#elif PACKWHEEL_OFFSET_REDIRECTED && PACKWHEEL_GLIBC_AT_LEAST(28)
#define PACKWHEEL_FCNTL_SYMBOL PACKWHEEL_REDIRECT("fcntl64")
#else
#define PACKWHEEL_FCNTL_SYMBOL
#endif

PACKWHEEL_BEGIN_C

int creat(const char *, mode_t) PACKWHEEL_OFFSET64("creat64");
int fcntl(int, int, ...) PACKWHEEL_FCNTL_SYMBOL;
int open(const char *, int, ...) PACKWHEEL_OFFSET64("open64");
int openat(int, const char *, int, ...) PACKWHEEL_OFFSET64("openat64");
int posix_fadvise(int, off_t, off_t, int) PACKWHEEL_OFFSET64("posix_fadvise64");
int posix_fallocate(int, off_t, off_t) PACKWHEEL_OFFSET64("posix_fallocate64");
int lockf(int, int, off_t) PACKWHEEL_OFFSET64("lockf64");

#if PACKWHEEL_USE_GNU
int fallocate(int, int, off_t, off_t) PACKWHEEL_OFFSET64("fallocate64");
int name_to_handle_at(int, const char *, struct file_handle *, int *, int);
int open_by_handle_at(int, struct file_handle *, int);
ssize_t readahead(int, off64_t, size_t);
ssize_t splice(int, off64_t *, int, off64_t *, size_t, unsigned int);
int sync_file_range(int, off64_t, off64_t, unsigned int);
ssize_t tee(int, int, size_t, unsigned int);
ssize_t vmsplice(int, const struct iovec *, size_t, unsigned int);
#endif

#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_LIBC_GLIBC
struct flock64 {
  short l_type;
  short l_whence;
  off64_t l_start;
  off64_t l_len;
  pid_t l_pid;
};
int creat64(const char *, mode_t);
int fallocate64(int, int, off64_t, off64_t);
int open64(const char *, int, ...);
int openat64(int, const char *, int, ...);
int posix_fadvise64(int, off64_t, off64_t, int);
int posix_fallocate64(int, off64_t, off64_t);
#if PACKWHEEL_GLIBC_AT_LEAST(28)
int fcntl64(int, int, ...) PACKWHEEL_WIDE_TIME_SYMBOL("__fcntl_time64");
#endif
#else
#define flock64 flock
#define creat64 creat
#define fallocate64 fallocate
#define open64 open
#define openat64 openat
#define posix_fadvise64 posix_fadvise
#define posix_fallocate64 posix_fallocate
#endif
#endif

PACKWHEEL_END_C

#endif
