/*
 * Input and output.
 * Spec: ISO C17 7.21; POSIX.1-2017 <stdio.h>; stdio(3) of Darwin for what BSD adds. The inside of `FILE` is not described.
 */
#ifndef PACKWHEEL_STDIO_H
#define PACKWHEEL_STDIO_H

#include <bits/darwin.h>
#include <bits/null.h>
#define __need_size_t
#include <stddef.h>
#define PACKWHEEL_NEED_va_list
#define PACKWHEEL_NEED_off_t
#define PACKWHEEL_NEED_ssize_t
#include <bits/typedefs.h>

typedef struct __sFILE FILE;
typedef __darwin_off_t fpos_t;

#define BUFSIZ 1024
#define EOF (-1)
#define FILENAME_MAX 1024
#define FOPEN_MAX 20
#define L_tmpnam 1024
#define TMP_MAX 308915776
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2
#ifndef SEEK_SET
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#endif

PACKWHEEL_BEGIN_C

extern FILE *__stdinp;
extern FILE *__stdoutp;
extern FILE *__stderrp;
#define stdin __stdinp
#define stdout __stdoutp
#define stderr __stderrp

void clearerr(FILE *);
int fclose(FILE *);
int feof(FILE *);
int ferror(FILE *);
int fflush(FILE *);
int fgetc(FILE *);
int fgetpos(FILE *__restrict, fpos_t *);
char *fgets(char *__restrict, int, FILE *);
FILE *fopen(const char *__restrict, const char *__restrict);
PACKWHEEL_PRINTF(2, 3) int fprintf(FILE *__restrict, const char *__restrict, ...);
int fputc(int, FILE *);
int fputs(const char *__restrict, FILE *__restrict);
size_t fread(void *__restrict, size_t, size_t, FILE *__restrict);
FILE *freopen(const char *__restrict, const char *__restrict, FILE *__restrict);
PACKWHEEL_SCANF(2, 3) int fscanf(FILE *__restrict, const char *__restrict, ...);
int fseek(FILE *, long, int);
int fsetpos(FILE *, const fpos_t *);
long ftell(FILE *);
size_t fwrite(const void *__restrict, size_t, size_t, FILE *__restrict);
int getc(FILE *);
int getchar(void);
char *gets(char *);
void perror(const char *);
PACKWHEEL_PRINTF(1, 2) int printf(const char *__restrict, ...);
int putc(int, FILE *);
int putchar(int);
int puts(const char *);
int remove(const char *);
int rename(const char *, const char *);
void rewind(FILE *);
PACKWHEEL_SCANF(1, 2) int scanf(const char *__restrict, ...);
void setbuf(FILE *__restrict, char *__restrict);
int setvbuf(FILE *__restrict, char *__restrict, int, size_t);
PACKWHEEL_PRINTF(3, 4) int snprintf(char *__restrict, size_t, const char *__restrict, ...);
PACKWHEEL_PRINTF(2, 3) int sprintf(char *__restrict, const char *__restrict, ...);
PACKWHEEL_SCANF(2, 3) int sscanf(const char *__restrict, const char *__restrict, ...);
FILE *tmpfile(void);
char *tmpnam(char *);
int ungetc(int, FILE *);
PACKWHEEL_PRINTF(2, 0) int vfprintf(FILE *__restrict, const char *__restrict, va_list);
PACKWHEEL_SCANF(2, 0) int vfscanf(FILE *__restrict, const char *__restrict, va_list);
PACKWHEEL_PRINTF(1, 0) int vprintf(const char *__restrict, va_list);
PACKWHEEL_SCANF(1, 0) int vscanf(const char *__restrict, va_list);
PACKWHEEL_PRINTF(3, 0) int vsnprintf(char *__restrict, size_t, const char *__restrict, va_list);
PACKWHEEL_PRINTF(2, 0) int vsprintf(char *__restrict, const char *__restrict, va_list);
PACKWHEEL_SCANF(2, 0) int vsscanf(const char *__restrict, const char *__restrict, va_list);

#if PACKWHEEL_USE_POSIX
#define L_ctermid 1024
#define P_tmpdir "/var/tmp/"
char *ctermid(char *);
FILE *fdopen(int, const char *);
int fileno(FILE *);
void flockfile(FILE *);
int ftrylockfile(FILE *);
void funlockfile(FILE *);
int fseeko(FILE *, off_t, int);
off_t ftello(FILE *);
int getc_unlocked(FILE *);
int getchar_unlocked(void);
int putc_unlocked(int, FILE *);
int putchar_unlocked(int);
int getw(FILE *);
int putw(int, FILE *);
int pclose(FILE *);
FILE *popen(const char *, const char *);
char *tempnam(const char *, const char *);
#endif

#if PACKWHEEL_USE_POSIX >= 200809
PACKWHEEL_PRINTF(2, 3) int dprintf(int, const char *__restrict, ...);
PACKWHEEL_PRINTF(2, 0) int vdprintf(int, const char *__restrict, va_list);
ssize_t getdelim(char **__restrict, size_t *__restrict, int, FILE *__restrict);
ssize_t getline(char **__restrict, size_t *__restrict, FILE *__restrict);
FILE *fmemopen(void *__restrict, size_t, const char *__restrict);
FILE *open_memstream(char **, size_t *);
int renameat(int, const char *, int, const char *);
#endif

#if PACKWHEEL_USE_DARWIN
#define RENAME_SECLUDE 0x00000001
#define RENAME_SWAP 0x00000002
#define RENAME_EXCL 0x00000004
int renamex_np(const char *, const char *, unsigned int);
int renameatx_np(int, const char *, int, const char *, unsigned int);
extern const int sys_nerr;
extern const char *const sys_errlist[];
PACKWHEEL_PRINTF(2, 3) int asprintf(char **__restrict, const char *__restrict, ...);
PACKWHEEL_PRINTF(2, 0) int vasprintf(char **__restrict, const char *__restrict, va_list);
char *ctermid_r(char *);
char *fgetln(FILE *, size_t *);
const char *fmtcheck(const char *, const char *) __attribute__((__format_arg__(2)));
int fpurge(FILE *);
FILE *funopen(
    const void *, int (*)(void *, char *, int), int (*)(void *, const char *, int), fpos_t (*)(void *, fpos_t, int),
    int (*)(void *));
#define fropen(cookie, function) funopen(cookie, function, 0, 0, 0)
#define fwopen(cookie, function) funopen(cookie, 0, function, 0, 0)
void setbuffer(FILE *, char *, int);
int setlinebuf(FILE *);
#endif

PACKWHEEL_END_C

#endif
