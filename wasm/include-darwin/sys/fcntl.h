/*
 * Control of files.
 * Spec: POSIX.1-2017 <fcntl.h>; fcntl(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_FCNTL_H
#define PACKWHEEL_SYS_FCNTL_H

#include <bits/darwin.h>
#include <bits/file-modes.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_mode_t
#define PACKWHEEL_NEED_off_t
#define PACKWHEEL_NEED_pid_t
#define PACKWHEEL_NEED_timespec
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_filesec_t
#include <bits/typedefs.h>
#endif
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

#define O_RDONLY 0
#define O_WRONLY 1
#define O_RDWR 2
#define O_ACCMODE 3
#define O_NONBLOCK 4
#define O_APPEND 8
#define O_SYNC 0x80
#define O_CREAT 0x200
#define O_TRUNC 0x400
#define O_EXCL 0x800
#define O_NOCTTY 0x20000
#define O_DIRECTORY 0x100000
#define O_DSYNC 0x400000
#define O_CLOEXEC 0x1000000
#define AT_FDCWD (-2)
#define AT_EACCESS 0x10
#define AT_SYMLINK_NOFOLLOW 0x20
#define AT_SYMLINK_FOLLOW 0x40
#define AT_REMOVEDIR 0x80
#define F_DUPFD 0
#define F_GETFD 1
#define F_SETFD 2
#define F_GETFL 3
#define F_SETFL 4
#define F_GETOWN 5
#define F_SETOWN 6
#define F_GETLK 7
#define F_SETLK 8
#define F_SETLKW 9
#define F_DUPFD_CLOEXEC 67
#define FD_CLOEXEC 1
#define F_RDLCK 1
#define F_UNLCK 2
#define F_WRLCK 3
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2

struct flock {
  off_t l_start;
  off_t l_len;
  pid_t l_pid;
  short l_type;
  short l_whence;
};

int creat(const char *, mode_t);
int fcntl(int, int, ...);
int open(const char *, int, ...);
int openat(int, const char *, int, ...);

#if PACKWHEEL_USE_DARWIN
#define FILESEC_GUID FILESEC_UUID
#define _FILESEC_UNSET_PROPERTY ((void *)0)
#define _FILESEC_REMOVE_ACL ((void *)1)
#define FREAD 1
#define FWRITE 2
#define O_SHLOCK 0x10
#define O_EXLOCK 0x20
#define O_ASYNC 0x40
#define O_FSYNC 0x80
#define O_NOFOLLOW 0x100
#define O_EVTONLY 0x8000
#define O_SYMLINK 0x200000
#define O_NOFOLLOW_ANY 0x20000000
#define AT_REALDEV 0x200
#define AT_FDONLY 0x400
#define O_DP_GETRAWENCRYPTED 1
#define O_DP_GETRAWUNENCRYPTED 2
#define FAPPEND 8
#define FASYNC 0x40
#define FFSYNC 0x80
#define FFDSYNC 0x400000
#define FNONBLOCK 4
#define FNDELAY 4
#define O_NDELAY 4
#define CPF_OVERWRITE 1
#define CPF_IGNORE_MODE 2
#define CPF_MASK 3
#define F_SETLKWTIMEOUT 10
#define F_FLUSH_DATA 40
#define F_CHKCLEAN 41
#define F_PREALLOCATE 42
#define F_SETSIZE 43
#define F_RDADVISE 44
#define F_RDAHEAD 45
#define F_NOCACHE 48
#define F_LOG2PHYS 49
#define F_GETPATH 50
#define F_FULLFSYNC 51
#define F_PATHPKG_CHECK 52
#define F_FREEZE_FS 53
#define F_THAW_FS 54
#define F_GLOBAL_NOCACHE 55
#define F_ADDSIGS 59
#define F_ADDFILESIGS 61
#define F_NODIRECT 62
#define F_GETPROTECTIONCLASS 63
#define F_SETPROTECTIONCLASS 0x40
#define F_LOG2PHYS_EXT 65
#define F_GETLKPID 66
#define F_SETBACKINGSTORE 70
#define F_GETPATH_MTMINFO 71
#define F_GETCODEDIR 72
#define F_SETNOSIGPIPE 73
#define F_GETNOSIGPIPE 74
#define F_TRANSCODEKEY 75
#define F_SINGLE_WRITER 76
#define F_GETPROTECTIONLEVEL 77
#define F_FINDSIGS 78
#define F_ADDFILESIGS_FOR_DYLD_SIM 83
#define F_BARRIERFSYNC 85
#define F_ADDFILESIGS_RETURN 97
#define F_CHECK_LV 98
#define F_PUNCHHOLE 99
#define F_TRIM_ACTIVE_FILE 100
#define F_SPECULATIVE_READ 101
#define F_GETPATH_NOFIRMLINK 102
#define F_ADDFILESIGS_INFO 103
#define F_ADDFILESUPPL 104
#define F_GETSIGSINFO 105
#define FCNTL_FS_SPECIFIC_BASE 0x10000
#define SEEK_HOLE 3
#define SEEK_DATA 4
#define F_ALLOCATECONTIG 2
#define F_ALLOCATEALL 4
#define F_PEOFPOSMODE 3
#define F_VOLPOSMODE 4
#define USER_FSIGNATURES_CDHASH_LEN 20
#define GETSIGSINFO_PLATFORM_BINARY 1
#define LOCK_SH 1
#define LOCK_EX 2
#define LOCK_NB 4
#define LOCK_UN 8
#define O_POPUP 0x80000000
#define O_ALERT 0x20000000

typedef enum {
  FILESEC_OWNER = 1,
  FILESEC_GROUP = 2,
  FILESEC_UUID = 3,
  FILESEC_MODE = 4,
  FILESEC_ACL = 5,
  FILESEC_GRPUUID = 6,
  FILESEC_ACL_RAW = 100,
  FILESEC_ACL_ALLOCSIZE = 101
} filesec_property_t;
struct flocktimeout {
  struct flock fl;
  struct timespec timeout;
};
struct radvisory {
  off_t ra_offset;
  int ra_count;
};
typedef struct fstore {
  unsigned int fst_flags;
  int fst_posmode;
  off_t fst_offset;
  off_t fst_length;
  off_t fst_bytesalloc;
} fstore_t;
typedef struct fpunchhole {
  unsigned int fp_flags;
  unsigned int reserved;
  off_t fp_offset;
  off_t fp_length;
} fpunchhole_t;
typedef struct ftrimactivefile {
  off_t fta_offset;
  off_t fta_length;
} ftrimactivefile_t;
typedef struct fspecread {
  unsigned int fsr_flags;
  unsigned int reserved;
  off_t fsr_offset;
  off_t fsr_length;
} fspecread_t;
#pragma pack(push, 4)
struct log2phys {
  unsigned int l2p_flags;
  off_t l2p_contigbytes;
  off_t l2p_devoffset;
};
#pragma pack(pop)

filesec_t filesec_dup(filesec_t);
filesec_t filesec_init(void);
int filesec_get_property(filesec_t, filesec_property_t, void *);
int filesec_query_property(filesec_t, filesec_property_t, int *);
int filesec_set_property(filesec_t, filesec_property_t, const void *);
int filesec_unset_property(filesec_t, filesec_property_t);
int flock(int, int);
int open_dprotected_np(const char *, int, int, int, ...);
int openx_np(const char *, int, filesec_t);
void filesec_free(filesec_t);
#endif

PACKWHEEL_END_C

#endif
