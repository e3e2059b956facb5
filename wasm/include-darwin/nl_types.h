/*
 * Catalogues of messages.
 * Spec: POSIX.1-2017 <nl_types.h>.
 */
#ifndef PACKWHEEL_NL_TYPES_H
#define PACKWHEEL_NL_TYPES_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <sys/types.h>
#define PACKWHEEL_NEED_nl_item
#include <bits/typedefs.h>

PACKWHEEL_BEGIN_C

#define NL_SETD 1
#define NL_CAT_LOCALE 1

typedef struct __nl_cat_d *nl_catd;
struct __nl_cat_d {
  void *__data;
  int __size;
};

char *catgets(nl_catd, int, int, const char *);
int catclose(nl_catd);
nl_catd catopen(const char *, int);

PACKWHEEL_END_C

#endif
