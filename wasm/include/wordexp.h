/* <wordexp.h>: words as a shell expands them, POSIX.1-2017. */
#ifndef PACKWHEEL_WORDEXP_H
#define PACKWHEEL_WORDEXP_H

#include <features.h>
#define __need_size_t
#include <stddef.h>

#define WRDE_DOOFFS 1
#define WRDE_NOSPACE 1
#define WRDE_APPEND 2
#define WRDE_BADCHAR 2
#define WRDE_BADVAL 3
#define WRDE_CMDSUB 4
#define WRDE_NOCMD 4
#define WRDE_SYNTAX 5
#define WRDE_REUSE 8
#define WRDE_SHOWERR 16
#define WRDE_UNDEF 32

typedef struct {
  size_t we_wordc;
  char **we_wordv;
  size_t we_offs;
} wordexp_t;

PACKWHEEL_BEGIN_C

int wordexp(const char *__restrict, wordexp_t *__restrict, int);
void wordfree(wordexp_t *);

PACKWHEEL_END_C

#endif
