/* <fts.h>: walking over a tree of files, as BSD has it. */
#ifndef PACKWHEEL_FTS_H
#define PACKWHEEL_FTS_H

#include <features.h>

#if !PACKWHEEL_LIBC_GLIBC
#error "<fts.h> is a header of glibc: musl has no such functions"
#endif

#define PACKWHEEL_NEED_ino_t 1
#define PACKWHEEL_NEED_dev_t 1
#define PACKWHEEL_NEED_nlink_t 1
#include <bits/typedefs.h>

#define FTS_ROOTLEVEL 0
#define FTS_AGAIN 1
#define FTS_COMFOLLOW 1
#define FTS_D 1
#define FTS_DONTCHDIR 1
#define FTS_DC 2
#define FTS_FOLLOW 2
#define FTS_LOGICAL 2
#define FTS_SYMFOLLOW 2
#define FTS_DEFAULT 3
#define FTS_NOINSTR 3
#define FTS_DNR 4
#define FTS_NOCHDIR 4
#define FTS_SKIP 4
#define FTS_DOT 5
#define FTS_DP 6
#define FTS_ERR 7
#define FTS_F 8
#define FTS_NOSTAT 8
#define FTS_INIT 9
#define FTS_NS 10
#define FTS_NSOK 11
#define FTS_SL 12
#define FTS_SLNONE 13
#define FTS_W 14
#define FTS_PHYSICAL 16
#define FTS_SEEDOT 32
#define FTS_XDEV 0x40
#define FTS_WHITEOUT 0x80
#define FTS_OPTIONMASK 255
#define FTS_NAMEONLY 0x100
#define FTS_STOP 0x200
#define FTS_ROOTPARENTLEVEL (-1)

struct stat;

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

typedef struct {
  struct _ftsent *fts_cur;
  struct _ftsent *fts_child;
  struct _ftsent **fts_array;
  dev_t fts_dev;
  char *fts_path;
  int fts_rfd;
  int fts_pathlen;
  int fts_nitems;
  int (*fts_compar)(const void *, const void *);
  int fts_options;
} FTS;

/* glibc has a set of functions for large files since 2.23: until then there are none for programs that want such files. */
#if PACKWHEEL_OFFSET_REDIRECTED
#define PACKWHEEL_FTS_SYMBOL(name) PACKWHEEL_OFFSET64_TIME64("fts64_" name, "__fts64_" name "_time64")
#else
#define PACKWHEEL_FTS_SYMBOL(name)
#endif

#if !PACKWHEEL_OFFSET_REDIRECTED || PACKWHEEL_GLIBC_AT_LEAST(23)
PACKWHEEL_BEGIN_C

FTSENT *fts_children(FTS *, int) PACKWHEEL_FTS_SYMBOL("children");
int fts_close(FTS *) PACKWHEEL_FTS_SYMBOL("close");
FTS *fts_open(char *const *, int, int (*)(const FTSENT **, const FTSENT **)) PACKWHEEL_FTS_SYMBOL("open");
FTSENT *fts_read(FTS *) PACKWHEEL_FTS_SYMBOL("read");
int fts_set(FTS *, FTSENT *, int) PACKWHEEL_FTS_SYMBOL("set");

PACKWHEEL_END_C
#endif

#endif
