/* <nl_types.h>: message catalogues, POSIX.1-2017. */
#ifndef PACKWHEEL_NL_TYPES_H
#define PACKWHEEL_NL_TYPES_H

#include <features.h>

#define NL_CAT_LOCALE 1
#define NL_SETD 1

typedef int nl_item;
typedef void *nl_catd;

PACKWHEEL_BEGIN_C

int catclose(nl_catd);
char *catgets(nl_catd, int, int, const char *);
nl_catd catopen(const char *, int);

PACKWHEEL_END_C

#endif
