/*
 * Expansion of words, as shells do it.
 * Spec: POSIX.1-2017 <wordexp.h>.
 */
#ifndef PACKWHEEL_WORDEXP_H
#define PACKWHEEL_WORDEXP_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

#define WRDE_APPEND 1
#define WRDE_DOOFFS 2
#define WRDE_NOCMD 4
#define WRDE_REUSE 8
#define WRDE_SHOWERR 0x10
#define WRDE_UNDEF 0x20
#define WRDE_BADCHAR 1
#define WRDE_BADVAL 2
#define WRDE_CMDSUB 3
#define WRDE_NOSPACE 4
#define WRDE_NOSYS 5
#define WRDE_SYNTAX 6

typedef struct {
  size_t we_wordc;
  char **we_wordv;
  size_t we_offs;
} wordexp_t;

int wordexp(const char *__restrict, wordexp_t *__restrict, int);
void wordfree(wordexp_t *);

PACKWHEEL_END_C

#endif
