/* <search.h>: tables and trees, POSIX.1-2017. */
#ifndef PACKWHEEL_SEARCH_H
#define PACKWHEEL_SEARCH_H

#include <features.h>
#define __need_size_t
#include <stddef.h>

typedef enum { FIND, ENTER } ACTION;
typedef enum { preorder, postorder, endorder, leaf } VISIT;

typedef struct entry {
  char *key;
  void *data;
} ENTRY;

#if PACKWHEEL_USE_GNU
struct qelem {
  struct qelem *q_forw;
  struct qelem *q_back;
  char q_data[1];
};

struct hsearch_data {
  void *__table;
  unsigned int __size;
  unsigned int __filled;
};
#endif

PACKWHEEL_BEGIN_C

int hcreate(size_t);
void hdestroy(void);
ENTRY *hsearch(ENTRY, ACTION);
void insque(void *, void *);
void *lfind(const void *, const void *, size_t *, size_t, int (*)(const void *, const void *));
void *lsearch(const void *, void *, size_t *, size_t, int (*)(const void *, const void *));
void remque(void *);
void *tdelete(const void *__restrict, void **__restrict, int (*)(const void *, const void *));
void *tfind(const void *, void *const *, int (*)(const void *, const void *));
void *tsearch(const void *, void **, int (*)(const void *, const void *));
void twalk(const void *, void (*)(const void *, VISIT, int));
#if PACKWHEEL_USE_GNU
int hcreate_r(size_t, struct hsearch_data *);
void hdestroy_r(struct hsearch_data *);
int hsearch_r(ENTRY, ACTION, ENTRY **, struct hsearch_data *);
void tdestroy(void *, void (*)(void *));
#endif

PACKWHEEL_END_C

#endif
