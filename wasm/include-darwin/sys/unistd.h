/*
 * Constants of <unistd.h>.
 * Spec: POSIX.1-2017 <unistd.h>.
 */
#ifndef PACKWHEEL_SYS_UNISTD_H
#define PACKWHEEL_SYS_UNISTD_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_gid_t
#define PACKWHEEL_NEED_ssize_t
#define PACKWHEEL_NEED_uid_t
#include <bits/typedefs.h>

/* No character does this. */
#define _POSIX_VDISABLE ((unsigned char)0xff)
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

#define _POSIX_VERSION 200112L
#define _POSIX2_VERSION 200112L
#define _POSIX_THREAD_KEYS_MAX 128
#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define _PC_LINK_MAX 1
#define _PC_MAX_CANON 2
#define _PC_MAX_INPUT 3
#define _PC_NAME_MAX 4
#define _PC_PATH_MAX 5
#define _PC_PIPE_BUF 6
#define _PC_CHOWN_RESTRICTED 7
#define _PC_NO_TRUNC 8
#define _PC_VDISABLE 9
#define _PC_2_SYMLINKS 15
#define _PC_ALLOC_SIZE_MIN 0x10
#define _PC_ASYNC_IO 17
#define _PC_FILESIZEBITS 18
#define _PC_PRIO_IO 19
#define _PC_REC_INCR_XFER_SIZE 20
#define _PC_REC_MAX_XFER_SIZE 21
#define _PC_REC_MIN_XFER_SIZE 22
#define _PC_REC_XFER_ALIGN 23
#define _PC_SYMLINK_MAX 24
#define _PC_SYNC_IO 25
#define _PC_XATTR_SIZE_BITS 26
#define _PC_MIN_HOLE_SIZE 27
#define _CS_PATH 1

int faccessat(int, const char *, int, int);
int fchownat(int, const char *, uid_t, gid_t, int);
int linkat(int, const char *, int, const char *, int);
int symlinkat(const char *, int, const char *);
int unlinkat(int, const char *, int);
ssize_t readlinkat(int, const char *, char *, size_t);

#if PACKWHEEL_USE_DARWIN
#define _READ_OK 0x200
#define _WRITE_OK 0x400
#define _EXECUTE_OK 0x800
#define _DELETE_OK 0x1000
#define _APPEND_OK 0x2000
#define _RMFILE_OK 0x4000
#define _RATTR_OK 0x8000
#define _WATTR_OK 0x10000
#define _REXT_OK 0x20000
#define _WEXT_OK 0x40000
#define _RPERM_OK 0x80000
#define _WPERM_OK 0x100000
#define _CHOWN_OK 0x200000
#define _ACCESS_EXTENDED_MASK 0x3ffe00
#define SEEK_HOLE 3
#define SEEK_DATA 4
#define L_SET 0
#define L_INCR 1
#define L_XTND 2
#define ACCESSX_MAX_DESCRIPTORS 100
#define ACCESSX_MAX_TABLESIZE 0x4000
#define _PC_NAME_CHARS_MAX 10
#define _PC_CASE_SENSITIVE 11
#define _PC_CASE_PRESERVING 12
#define _PC_EXTENDED_SECURITY_NP 13
#define _PC_AUTH_OPAQUE_NP 14

struct accessx_descriptor {
  unsigned int ad_name_offset;
  int ad_flags;
  int ad_pad[2];
};

int getattrlistat(int, const char *, void *, void *, size_t, unsigned long);
int getattrlistbulk(int, void *, void *, size_t, __uint64_t);
int setattrlistat(int, const char *, void *, void *, size_t, __uint32_t);
#endif

PACKWHEEL_END_C

#endif
