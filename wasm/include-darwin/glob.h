/*
 * Paths that match a pattern.
 * Spec: POSIX.1-2017 <glob.h>.
 */
#ifndef PACKWHEEL_GLOB_H
#define PACKWHEEL_GLOB_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

struct dirent;
struct stat;

#define GLOB_APPEND 1
#define GLOB_DOOFFS 2
#define GLOB_ERR 4
#define GLOB_MARK 8
#define GLOB_NOCHECK 0x10
#define GLOB_NOSORT 0x20
#define GLOB_NOESCAPE 0x2000
#define GLOB_NOSPACE (-1)
#define GLOB_ABORTED (-2)
#define GLOB_NOMATCH (-3)
#define GLOB_NOSYS (-4)
#define GLOB_ALTDIRFUNC 0x40
#define GLOB_BRACE 0x80
#define GLOB_MAGCHAR 0x100
#define GLOB_NOMAGIC 0x200
#define GLOB_QUOTE 0x400
#define GLOB_TILDE 0x800
#define GLOB_LIMIT 0x1000
#define GLOB_MAXPATH 0x1000
#define GLOB_ABEND (-2)

typedef struct {
  size_t gl_pathc;
  int gl_matchc;
  size_t gl_offs;
  int gl_flags;
  char **gl_pathv;
  int (*gl_errfunc)(const char *, int);
  void (*gl_closedir)(void *);
  struct dirent *(*gl_readdir)(void *);
  void *(*gl_opendir)(const char *);
  int (*gl_lstat)(const char *, struct stat *);
  int (*gl_stat)(const char *, struct stat *);
} glob_t;

int glob(const char *__restrict, int, int (*)(const char *, int), glob_t *__restrict) PACKWHEEL_INODE64("glob");
#ifdef __BLOCKS__
int glob_b(const char *__restrict, int, int (^)(const char *, int), glob_t *__restrict) PACKWHEEL_INODE64("glob_b");
#endif
void globfree(glob_t *);

PACKWHEEL_END_C

#endif
