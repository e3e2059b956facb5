/*
 * Mounted file systems.
 * Spec: statfs(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_MOUNT_H
#define PACKWHEEL_SYS_MOUNT_H

#include <bits/darwin.h>
#include <sys/param.h>
#include <sys/cdefs.h>
#include <stdint.h>
#define PACKWHEEL_NEED_blkcnt_t
#define PACKWHEEL_NEED_blksize_t
#define PACKWHEEL_NEED_caddr_t
#define PACKWHEEL_NEED_clock_t
#define PACKWHEEL_NEED_daddr_t
#define PACKWHEEL_NEED_dev_t
#define PACKWHEEL_NEED_fixpt_t
#define PACKWHEEL_NEED_fsblkcnt_t
#define PACKWHEEL_NEED_fsfilcnt_t
#define PACKWHEEL_NEED_fsid_t
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

#define MFSNAMELEN 15
#define MFSTYPENAMELEN 0x10
#define MNAMELEN 0x400
#define MNT_EXT_ROOT_DATA_VOL 1
#define MNT_RDONLY 1
#define MNT_SYNCHRONOUS 2
#define MNT_NOEXEC 4
#define MNT_NOSUID 8
#define MNT_NODEV 0x10
#define MNT_UNION 0x20
#define MNT_ASYNC 0x40
#define MNT_CPROTECT 0x80
#define MNT_EXPORTED 0x100
#define MNT_REMOVABLE 0x200
#define MNT_QUARANTINE 0x400
#define MNT_LOCAL 0x1000
#define MNT_QUOTA 0x2000
#define MNT_ROOTFS 0x4000
#define MNT_DOVOLFS 0x8000
#define MNT_DONTBROWSE 0x100000
#define MNT_IGNORE_OWNERSHIP 0x200000
#define MNT_AUTOMOUNTED 0x400000
#define MNT_JOURNALED 0x800000
#define MNT_NOUSERXATTR 0x1000000
#define MNT_DEFWRITE 0x2000000
#define MNT_MULTILABEL 0x4000000
#define MNT_NOATIME 0x10000000
#define MNT_SNAPSHOT 0x40000000
#define MNT_STRICTATIME 0x80000000
#define MNT_UNKNOWNPERMISSIONS 0x200000
#define MNT_VISFLAGMASK 0xd7f0f7ff
#define MNT_UPDATE 0x10000
#define MNT_NOBLOCK 0x20000
#define MNT_RELOAD 0x40000
#define MNT_FORCE 0x80000
#define MNT_CMDFLAGS 0xf0000
#define VFS_GENERIC 0
#define VFS_NUMMNTOPS 1
#define VFS_MAXTYPENUM 1
#define VFS_CONF 2
#define MNT_WAIT 1
#define MNT_NOWAIT 2
#define MNT_DWAIT 4

struct statfs {
  __uint32_t f_bsize;
  __int32_t f_iosize;
  __uint64_t f_blocks;
  __uint64_t f_bfree;
  __uint64_t f_bavail;
  __uint64_t f_files;
  __uint64_t f_ffree;
  fsid_t f_fsid;
  uid_t f_owner;
  __uint32_t f_type;
  __uint32_t f_flags;
  __uint32_t f_fssubtype;
  char f_fstypename[16];
  char f_mntonname[1024];
  char f_mntfromname[1024];
  __uint32_t f_flags_ext;
  __uint32_t f_reserved[7];
};
struct vfsconf {
  __uint32_t vfc_reserved1;
  char vfc_name[15];
  int vfc_typenum;
  int vfc_refcount;
  int vfc_flags;
  __uint32_t vfc_reserved2;
  __uint32_t vfc_reserved3;
};

int fmount(const char *, int, int, void *);
int fstatfs(int, struct statfs *) PACKWHEEL_INODE64("fstatfs");
int getfsstat(struct statfs *, int, int) PACKWHEEL_INODE64("getfsstat");
int getmntinfo(struct statfs **, int) PACKWHEEL_INODE64("getmntinfo");
int getmntinfo_r_np(struct statfs **, int) PACKWHEEL_INODE64("getmntinfo_r_np");
int getvfsbyname(const char *, struct vfsconf *);
int mount(const char *, const char *, int, void *);
int statfs(const char *, struct statfs *) PACKWHEEL_INODE64("statfs");
int unmount(const char *, int);

PACKWHEEL_END_C

#endif
