/*
 * Regular expressions.
 * Spec: POSIX.1-2017 <regex.h>.
 */
#ifndef PACKWHEEL_REGEX_H
#define PACKWHEEL_REGEX_H

#include <bits/darwin.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

#define REG_EXTENDED 1
#define REG_ICASE 2
#define REG_NOSUB 4
#define REG_NEWLINE 8
#define REG_ENOSYS (-1)
#define REG_NOMATCH 1
#define REG_BADPAT 2
#define REG_ECOLLATE 3
#define REG_ECTYPE 4
#define REG_EESCAPE 5
#define REG_ESUBREG 6
#define REG_EBRACK 7
#define REG_EPAREN 8
#define REG_EBRACE 9
#define REG_BADBR 10
#define REG_ERANGE 11
#define REG_ESPACE 12
#define REG_BADRPT 13
#define REG_NOTBOL 1
#define REG_NOTEOL 2

typedef __darwin_off_t regoff_t;
typedef struct {
  int re_magic;
  size_t re_nsub;
  const char *re_endp;
  struct re_guts *re_g;
} regex_t;
typedef struct {
  regoff_t rm_so;
  regoff_t rm_eo;
} regmatch_t;

int regcomp(regex_t *__restrict, const char *__restrict, int);
int regexec(const regex_t *__restrict, const char *__restrict, size_t, regmatch_t *__restrict, int);
size_t regerror(int, const regex_t *__restrict, char *__restrict, size_t);
void regfree(regex_t *);

#if PACKWHEEL_USE_DARWIN
#define __need_wchar_t
#include <stddef.h>
#define REG_BASIC 0
#define REG_NOSPEC 0x10
#define REG_LITERAL 0x10
#define REG_PEND 0x20
#define REG_MINIMAL 0x40
#define REG_UNGREEDY 0x40
#define REG_DUMP 0x80
#define REG_ENHANCED 0x100
#define REG_EMPTY 14
#define REG_ASSERT 15
#define REG_INVARG 0x10
#define REG_ILLSEQ 17
#define REG_ATOI 255
#define REG_ITOA 0x100
#define REG_STARTEND 4
#define REG_TRACE 0x100
#define REG_LARGE 0x200
#define REG_BACKR 0x400
#define REG_BACKTRACKING_MATCHER 0x400

int regncomp(regex_t *__restrict, const char *__restrict, size_t, int);
int regnexec(const regex_t *__restrict, const char *__restrict, size_t, size_t, regmatch_t *__restrict, int);
int regwcomp(regex_t *__restrict, const wchar_t *__restrict, int);
int regwexec(const regex_t *__restrict, const wchar_t *__restrict, size_t, regmatch_t *__restrict, int);
int regwncomp(regex_t *__restrict, const wchar_t *__restrict, size_t, int);
int regwnexec(const regex_t *__restrict, const wchar_t *__restrict, size_t, size_t, regmatch_t *__restrict, int);
#endif

PACKWHEEL_END_C

#endif
