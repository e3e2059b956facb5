/* <regex.h>: regular expressions, POSIX.1-2017. */
#ifndef PACKWHEEL_REGEX_H
#define PACKWHEEL_REGEX_H

#include <features.h>
#define PACKWHEEL_NEED_ssize_t 1
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

#define REG_EXTENDED 1
#define REG_NOMATCH 1
#define REG_NOTBOL 1
#define REG_BADPAT 2
#define REG_ICASE 2
#define REG_NOTEOL 2
#define REG_ECOLLATE 3
#define REG_ECTYPE 4
#define REG_NEWLINE 4
#define REG_EESCAPE 5
#define REG_ESUBREG 6
#define REG_EBRACK 7
#define REG_EPAREN 8
#define REG_NOSUB 8
#define REG_EBRACE 9
#define REG_BADBR 10
#define REG_ERANGE 11
#define REG_ESPACE 12
#define REG_BADRPT 13
#if PACKWHEEL_LIBC_GLIBC
#define REG_STARTEND 4
#endif
#define REG_ENOSYS (-1)
#if PACKWHEEL_LIBC_MUSL
#define REG_OK 0
#else
#define REG_NOERROR 0
#define REG_EEND 14
#define REG_ESIZE 15
#define REG_ERPAREN 16
#endif

#if PACKWHEEL_LIBC_MUSL
typedef ssize_t regoff_t;

typedef struct re_pattern_buffer {
  size_t re_nsub;
  void *__reserved_1[5];
  size_t __reserved_2;
  char __reserved_3;
} regex_t;
#else
typedef int regoff_t;

typedef struct re_pattern_buffer {
  void *__buffer;
  unsigned long __allocated;
  unsigned long __used;
  unsigned long __syntax;
  char *__fastmap;
  unsigned char *__translate;
  size_t re_nsub;
  unsigned int __flags;
} regex_t;
#endif

typedef struct {
  regoff_t rm_so;
  regoff_t rm_eo;
} regmatch_t;

PACKWHEEL_BEGIN_C

int regcomp(regex_t *__restrict, const char *__restrict, int);
size_t regerror(int, const regex_t *__restrict, char *__restrict, size_t);
int regexec(const regex_t *__restrict, const char *__restrict, size_t, regmatch_t *__restrict, int);
void regfree(regex_t *);

PACKWHEEL_END_C

#endif
