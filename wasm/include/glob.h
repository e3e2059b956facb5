/* <glob.h>: paths with wild cards, POSIX.1-2017. */
#ifndef PACKWHEEL_GLOB_H
#define PACKWHEEL_GLOB_H

#include <features.h>
#define __need_size_t
#include <stddef.h>

#define GLOB_ERR 1
#define GLOB_NOSPACE 1
#define GLOB_ABORTED 2
#define GLOB_MARK 2
#define GLOB_NOMATCH 3
#define GLOB_NOSORT 4
#define GLOB_NOSYS 4
#define GLOB_DOOFFS 8
#define GLOB_NOCHECK 16
#define GLOB_APPEND 32
#define GLOB_NOESCAPE 0x40
#if PACKWHEEL_USE_GNU
#define GLOB_PERIOD 0x80
#define GLOB_TILDE 0x1000
#define GLOB_TILDE_CHECK 0x4000
#if PACKWHEEL_LIBC_GLIBC
#define GLOB_ABEND 2
#define GLOB_MAGCHAR 0x100
#define GLOB_ALTDIRFUNC 0x200
#define GLOB_BRACE 0x400
#define GLOB_NOMAGIC 0x800
#define GLOB_ONLYDIR 0x2000
#endif
#endif

struct dirent;
struct dirent64;
struct stat;
struct stat64;

#if PACKWHEEL_LIBC_MUSL
#define PACKWHEEL_GLOB_FIELDS(entry, status) \
  int __reserved_1; \
  void *__reserved_2[5];
#else
#define PACKWHEEL_GLOB_FIELDS(entry, status) \
  int gl_flags; \
  void (*gl_closedir)(void *); \
  struct entry *(*gl_readdir)(void *); \
  void *(*gl_opendir)(const char *); \
  int (*gl_lstat)(const char *__restrict, struct status *__restrict); \
  int (*gl_stat)(const char *__restrict, struct status *__restrict);
#endif

typedef struct {
  size_t gl_pathc;
  char **gl_pathv;
  size_t gl_offs;
  PACKWHEEL_GLOB_FIELDS(dirent, stat)
} glob_t;

PACKWHEEL_BEGIN_C

int glob(const char *__restrict, int, int (*)(const char *, int), glob_t *__restrict) PACKWHEEL_OFFSET64_TIME64("glob64", "__glob64_time64");
void globfree(glob_t *) PACKWHEEL_OFFSET64_TIME64("globfree64", "__globfree64_time64");

#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_LIBC_GLIBC
typedef struct {
  size_t gl_pathc;
  char **gl_pathv;
  size_t gl_offs;
  PACKWHEEL_GLOB_FIELDS(dirent64, stat64)
} glob64_t;
int glob64(const char *__restrict, int, int (*)(const char *, int), glob64_t *__restrict) PACKWHEEL_WIDE_TIME_SYMBOL("__glob64_time64");
void globfree64(glob64_t *) PACKWHEEL_WIDE_TIME_SYMBOL("__globfree64_time64");
#else
#define glob64_t glob_t
#define glob64 glob
#define globfree64 globfree
#endif
#endif

PACKWHEEL_END_C

#endif
