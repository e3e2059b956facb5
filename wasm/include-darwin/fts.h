/*
 * Walking through folders.
 * Spec: fts(3) of Darwin.
 */
#ifndef PACKWHEEL_FTS_H
#define PACKWHEEL_FTS_H

#include <bits/darwin.h>
#include <sys/types.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_dev_t
#define PACKWHEEL_NEED_ino_t
#define PACKWHEEL_NEED_nlink_t
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

struct stat;
typedef struct packwheel_fts FTS;
typedef struct _ftsent {
  struct _ftsent *fts_cycle;
  struct _ftsent *fts_parent;
  struct _ftsent *fts_link;
  long fts_number;
  void *fts_pointer;
  char *fts_accpath;
  char *fts_path;
  int fts_errno;
  int fts_symfd;
  unsigned short fts_pathlen;
  unsigned short fts_namelen;
  ino_t fts_ino;
  dev_t fts_dev;
  nlink_t fts_nlink;
  short fts_level;
  unsigned short fts_info;
  unsigned short fts_flags;
  unsigned short fts_instr;
  struct stat *fts_statp;
  char fts_name[1];
} FTSENT;

#define FTS_COMFOLLOW 1
#define FTS_LOGICAL 2
#define FTS_NOCHDIR 4
#define FTS_NOSTAT 8
#define FTS_PHYSICAL 0x10
#define FTS_SEEDOT 0x20
#define FTS_XDEV 0x40
#define FTS_WHITEOUT 0x80
#define FTS_COMFOLLOWDIR 0x400
#define FTS_NOSTAT_TYPE 0x800
#define FTS_OPTIONMASK 3327
#define FTS_NAMEONLY 0x100
#define FTS_STOP 0x200
#define FTS_ROOTPARENTLEVEL (-1)
#define FTS_ROOTLEVEL 0
#define FTS_MAXLEVEL 0x7fffffff
#define FTS_D 1
#define FTS_DC 2
#define FTS_DEFAULT 3
#define FTS_DNR 4
#define FTS_DOT 5
#define FTS_DP 6
#define FTS_ERR 7
#define FTS_F 8
#define FTS_INIT 9
#define FTS_NS 10
#define FTS_NSOK 11
#define FTS_SL 12
#define FTS_SLNONE 13
#define FTS_W 14
#define FTS_DONTCHDIR 1
#define FTS_SYMFOLLOW 2
#define FTS_ISW 4
#define FTS_CHDIRFD 8
#define FTS_AGAIN 1
#define FTS_FOLLOW 2
#define FTS_NOINSTR 3
#define FTS_SKIP 4

FTS *fts_open(char *const *, int, int (*)(const FTSENT **, const FTSENT **)) PACKWHEEL_INODE64("fts_open");
#ifdef __BLOCKS__
FTS *fts_open_b(char *const *, int, int (^)(const FTSENT **, const FTSENT **)) PACKWHEEL_INODE64("fts_open_b");
#endif
FTSENT *fts_children(FTS *, int) PACKWHEEL_INODE64("fts_children");
FTSENT *fts_read(FTS *) PACKWHEEL_INODE64("fts_read");
int fts_close(FTS *) PACKWHEEL_INODE64("fts_close");
int fts_set(FTS *, FTSENT *, int) PACKWHEEL_INODE64("fts_set");

PACKWHEEL_END_C

#endif
