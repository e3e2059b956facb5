/*
 * Tables and trees.
 * Spec: POSIX.1-2017 <search.h>.
 */
#ifndef PACKWHEEL_SEARCH_H
#define PACKWHEEL_SEARCH_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

typedef enum {
  FIND = 0,
  ENTER = 1
} ACTION;
typedef enum {
  preorder = 0,
  postorder = 1,
  endorder = 2,
  leaf = 3
} VISIT;
typedef struct entry {
  char *key;
  void *data;
} ENTRY;

ENTRY *hsearch(ENTRY, ACTION);
int hcreate(size_t);
void *lfind(const void *, const void *, size_t *, size_t, int (*)(const void *, const void *));
void *lsearch(const void *, void *, size_t *, size_t, int (*)(const void *, const void *));
void *tdelete(const void *__restrict, void **__restrict, int (*)(const void *, const void *));
void *tfind(const void *, void *const *, int (*)(const void *, const void *));
void *tsearch(const void *, void **, int (*)(const void *, const void *));
void hdestroy(void);
void insque(void *, void *);
void remque(void *);
void twalk(const void *, void (*)(const void *, VISIT, int));

PACKWHEEL_END_C

#endif
