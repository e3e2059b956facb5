/* <malloc.h>: memory, beyond <stdlib.h>. */
#ifndef PACKWHEEL_MALLOC_H
#define PACKWHEEL_MALLOC_H

#include <features.h>
#define __need_size_t
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#if PACKWHEEL_LIBC_GLIBC
#define M_ARENA_MAX (-8)
#define M_ARENA_TEST (-7)
#define M_PERTURB (-6)
#define M_CHECK_ACTION (-5)
#define M_MMAP_MAX (-4)
#define M_MMAP_THRESHOLD (-3)
#define M_TOP_PAD (-2)
#define M_TRIM_THRESHOLD (-1)
#endif

PACKWHEEL_BEGIN_C

size_t malloc_usable_size(void *);
void *memalign(size_t, size_t) __attribute__((__malloc__));
void *valloc(size_t) __attribute__((__malloc__));
#if PACKWHEEL_LIBC_GLIBC
struct mallinfo {
  int arena;
  int ordblks;
  int smblks;
  int hblks;
  int hblkhd;
  int usmblks;
  int fsmblks;
  int uordblks;
  int fordblks;
  int keepcost;
};
struct mallinfo mallinfo(void);
#if PACKWHEEL_GLIBC_AT_LEAST(33)
struct mallinfo2 {
  size_t arena;
  size_t ordblks;
  size_t smblks;
  size_t hblks;
  size_t hblkhd;
  size_t usmblks;
  size_t fsmblks;
  size_t uordblks;
  size_t fordblks;
  size_t keepcost;
};
struct mallinfo2 mallinfo2(void);
#endif
int malloc_info(int, FILE *);
void malloc_stats(void);
int malloc_trim(size_t);
int mallopt(int, int);
void *pvalloc(size_t) __attribute__((__malloc__));
#endif

PACKWHEEL_END_C

#endif
