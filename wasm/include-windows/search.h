/* Searching and sorting of arrays. */
#ifndef _SEARCH_H
#define _SEARCH_H

#include <corecrt.h>

__PACKWHEEL_BEGIN
void *bsearch(const void *, const void *, size_t, size_t, int (*)(const void *, const void *));
void qsort(void *, size_t, size_t, int (*)(const void *, const void *));
void *_lfind(const void *, const void *, unsigned *, unsigned, int (*)(const void *, const void *));
void *_lsearch(const void *, void *, unsigned *, unsigned, int (*)(const void *, const void *));

#ifndef __STRICT_ANSI__
void *lfind(const void *, const void *, unsigned *, unsigned, int (*)(const void *, const void *));
void *lsearch(const void *, void *, unsigned *, unsigned, int (*)(const void *, const void *));
#endif
__PACKWHEEL_END

#endif
