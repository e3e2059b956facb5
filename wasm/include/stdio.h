/*
 * Streams and formatted input and output.
 * Spec: ISO C17 7.21; POSIX.1-2017 <stdio.h>.
 */
#ifndef PACKWHEEL_STDIO_H
#define PACKWHEEL_STDIO_H

#include <features.h>
#include <bits/null.h>
#define __need_size_t
#include <stddef.h>
#include <bits/file.h>
#include <bits/isoc99_scanf.h>
#include <bits/mbstate.h>

#define EOF (-1)
#define FILENAME_MAX 4096
#define L_tmpnam 20
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2
#if PACKWHEEL_LIBC_GLIBC
#define BUFSIZ 8192
#define FOPEN_MAX 16
#define TMP_MAX 238328
#else
#define BUFSIZ 1024
#define FOPEN_MAX 1000
#define TMP_MAX 10000
#endif

PACKWHEEL_BEGIN_C

/* A position carries the state of a conversion too; musl hides both in a union. */
#if PACKWHEEL_LIBC_MUSL
typedef union _G_fpos64_t {
  char __opaque[16];
  __extension__ long long __lldata;
  double __align;
} fpos_t;
#else
typedef struct _G_fpos64_t {
  __off64_t __pos;
  __mbstate_t __state;
} __fpos64_t;
#if PACKWHEEL_OFFSET_REDIRECTED
typedef __fpos64_t fpos_t;
#else
typedef struct _G_fpos_t {
  __off_t __pos;
  __mbstate_t __state;
} fpos_t;
#endif
#endif

#if PACKWHEEL_LIBC_MUSL
extern FILE *const stdin;
extern FILE *const stdout;
extern FILE *const stderr;
#else
extern FILE *stdin;
extern FILE *stdout;
extern FILE *stderr;
#endif
#define stdin stdin
#define stdout stdout
#define stderr stderr

/* Files. */
int remove(const char *) PACKWHEEL_NOTHROW;
int rename(const char *, const char *) PACKWHEEL_NOTHROW;
FILE *tmpfile(void) PACKWHEEL_OFFSET64("tmpfile64");
char *tmpnam(char *) PACKWHEEL_NOTHROW;
int fclose(FILE *);
int fflush(FILE *);
FILE *fopen(const char *__restrict, const char *__restrict) PACKWHEEL_OFFSET64("fopen64");
FILE *freopen(const char *__restrict, const char *__restrict, FILE *__restrict) PACKWHEEL_OFFSET64("freopen64");
void setbuf(FILE *__restrict, char *__restrict) PACKWHEEL_NOTHROW;
int setvbuf(FILE *__restrict, char *__restrict, int, size_t) PACKWHEEL_NOTHROW;

/* Formats. */
PACKWHEEL_PRINTF(1, 2) int printf(const char *__restrict, ...);
PACKWHEEL_PRINTF(2, 3) int fprintf(FILE *__restrict, const char *__restrict, ...);
PACKWHEEL_PRINTF(2, 3) int sprintf(char *__restrict, const char *__restrict, ...) PACKWHEEL_NOTHROW;
PACKWHEEL_PRINTF(1, 0) int vprintf(const char *__restrict, __builtin_va_list);
PACKWHEEL_PRINTF(2, 0) int vfprintf(FILE *__restrict, const char *__restrict, __builtin_va_list);
PACKWHEEL_PRINTF(2, 0) int vsprintf(char *__restrict, const char *__restrict, __builtin_va_list) PACKWHEEL_NOTHROW;
PACKWHEEL_SCANF(1, 2) int scanf(const char *__restrict, ...) PACKWHEEL_ISOC99("scanf");
PACKWHEEL_SCANF(2, 3) int fscanf(FILE *__restrict, const char *__restrict, ...) PACKWHEEL_ISOC99("fscanf");
PACKWHEEL_SCANF(2, 3)
int sscanf(const char *__restrict, const char *__restrict, ...) PACKWHEEL_NOTHROW PACKWHEEL_ISOC99("sscanf");
#if PACKWHEEL_USE_C99
PACKWHEEL_PRINTF(3, 4) int snprintf(char *__restrict, size_t, const char *__restrict, ...) PACKWHEEL_NOTHROW;
PACKWHEEL_PRINTF(3, 0)
int vsnprintf(char *__restrict, size_t, const char *__restrict, __builtin_va_list) PACKWHEEL_NOTHROW;
PACKWHEEL_SCANF(1, 0) int vscanf(const char *__restrict, __builtin_va_list) PACKWHEEL_ISOC99("vscanf");
PACKWHEEL_SCANF(2, 0)
int vfscanf(FILE *__restrict, const char *__restrict, __builtin_va_list) PACKWHEEL_ISOC99("vfscanf");
PACKWHEEL_SCANF(2, 0)
int vsscanf(const char *__restrict, const char *__restrict, __builtin_va_list) PACKWHEEL_NOTHROW PACKWHEEL_ISOC99("vsscanf");
#endif

/* Characters and lines. */
int fgetc(FILE *);
int getc(FILE *);
int getchar(void);
char *fgets(char *__restrict, int, FILE *__restrict);
int fputc(int, FILE *);
int putc(int, FILE *);
int putchar(int);
int fputs(const char *__restrict, FILE *__restrict);
int puts(const char *);
int ungetc(int, FILE *);
/* Taken out of C in 2011 and of C++ in 2014. */
#if !(PACKWHEEL_STDC >= 201112L || PACKWHEEL_CPLUSPLUS >= 201402L)
char *gets(char *);
#endif
size_t fread(void *__restrict, size_t, size_t, FILE *__restrict);
size_t fwrite(const void *__restrict, size_t, size_t, FILE *__restrict);

/* Positions and errors. */
int fgetpos(FILE *__restrict, fpos_t *__restrict) PACKWHEEL_OFFSET64("fgetpos64");
int fsetpos(FILE *, const fpos_t *) PACKWHEEL_OFFSET64("fsetpos64");
int fseek(FILE *, long, int);
long ftell(FILE *);
void rewind(FILE *);
void clearerr(FILE *) PACKWHEEL_NOTHROW;
int feof(FILE *) PACKWHEEL_NOTHROW;
int ferror(FILE *) PACKWHEEL_NOTHROW;
void perror(const char *);

#if PACKWHEEL_USE_POSIX
#if PACKWHEEL_LIBC_GLIBC
#define L_ctermid 9
#else
#define L_ctermid 20
#endif
FILE *fdopen(int, const char *) PACKWHEEL_NOTHROW;
int fileno(FILE *) PACKWHEEL_NOTHROW;
char *ctermid(char *) PACKWHEEL_NOTHROW;
int getc_unlocked(FILE *);
int getchar_unlocked(void);
int putc_unlocked(int, FILE *);
int putchar_unlocked(int);
void flockfile(FILE *) PACKWHEEL_NOTHROW;
int ftrylockfile(FILE *) PACKWHEEL_NOTHROW;
void funlockfile(FILE *) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_POSIX >= 199209
FILE *popen(const char *, const char *);
int pclose(FILE *);
#endif

#if PACKWHEEL_USE_DEFAULT || PACKWHEEL_USE_XOPEN || PACKWHEEL_USE_POSIX >= 200112
#define PACKWHEEL_NEED_off_t
#include <bits/typedefs.h>
int fseeko(FILE *, off_t, int) PACKWHEEL_OFFSET64("fseeko64");
off_t ftello(FILE *) PACKWHEEL_OFFSET64("ftello64");
#endif

#if PACKWHEEL_USE_DEFAULT || PACKWHEEL_USE_XOPEN
#define P_tmpdir "/tmp"
char *tempnam(const char *, const char *) PACKWHEEL_NOTHROW;
#include <bits/va_list.h>
#endif

#if PACKWHEEL_USE_POSIX >= 200809
#define PACKWHEEL_NEED_ssize_t
#define PACKWHEEL_NEED_locale_t
#include <bits/typedefs.h>
#include <bits/va_list.h>
PACKWHEEL_PRINTF(2, 3) int dprintf(int, const char *__restrict, ...);
PACKWHEEL_PRINTF(2, 0) int vdprintf(int, const char *__restrict, __builtin_va_list);
FILE *fmemopen(void *__restrict, size_t, const char *__restrict) PACKWHEEL_NOTHROW;
FILE *open_memstream(char **, size_t *) PACKWHEEL_NOTHROW;
ssize_t getdelim(char **__restrict, size_t *__restrict, int, FILE *__restrict);
ssize_t getline(char **__restrict, size_t *__restrict, FILE *__restrict);
int renameat(int, const char *, int, const char *) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_DEFAULT
void setbuffer(FILE *, char *, size_t) PACKWHEEL_NOTHROW;
void setlinebuf(FILE *) PACKWHEEL_NOTHROW;
int fgetc_unlocked(FILE *);
int fputc_unlocked(int, FILE *);
int fflush_unlocked(FILE *);
size_t fread_unlocked(void *__restrict, size_t, size_t, FILE *__restrict);
size_t fwrite_unlocked(const void *__restrict, size_t, size_t, FILE *__restrict);
void clearerr_unlocked(FILE *) PACKWHEEL_NOTHROW;
int feof_unlocked(FILE *) PACKWHEEL_NOTHROW;
int ferror_unlocked(FILE *) PACKWHEEL_NOTHROW;
int fileno_unlocked(FILE *) PACKWHEEL_NOTHROW;
int getw(FILE *);
int putw(int, FILE *);
#endif

#if PACKWHEEL_USE_XOPEN && PACKWHEEL_USE_XOPEN < 600 || PACKWHEEL_USE_GNU
char *cuserid(char *);
#endif

#if PACKWHEEL_USE_GNU
PACKWHEEL_PRINTF(2, 3) int asprintf(char **__restrict, const char *__restrict, ...) PACKWHEEL_NOTHROW;
PACKWHEEL_PRINTF(2, 0) int vasprintf(char **__restrict, const char *__restrict, __builtin_va_list) PACKWHEEL_NOTHROW;
char *fgets_unlocked(char *__restrict, int, FILE *__restrict);
int fputs_unlocked(const char *__restrict, FILE *__restrict);
/* musl has no such function. */
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_GLIBC_AT_LEAST(28)
#define RENAME_NOREPLACE (1 << 0)
#define RENAME_EXCHANGE (1 << 1)
#define RENAME_WHITEOUT (1 << 2)
int renameat2(int, const char *, int, const char *, unsigned int) PACKWHEEL_NOTHROW;
#endif
#if PACKWHEEL_LIBC_GLIBC
#define SEEK_DATA 3
#define SEEK_HOLE 4
char *tmpnam_r(char *) PACKWHEEL_NOTHROW;
int fcloseall(void);
struct obstack;
PACKWHEEL_PRINTF(2, 3) int obstack_printf(struct obstack *__restrict, const char *__restrict, ...) PACKWHEEL_NOTHROW;
PACKWHEEL_PRINTF(2, 0)
int obstack_vprintf(struct obstack *__restrict, const char *__restrict, __builtin_va_list) PACKWHEEL_NOTHROW;
#endif

/* Streams of the program's own making. */
typedef __ssize_t cookie_read_function_t(void *, char *, size_t);
typedef __ssize_t cookie_write_function_t(void *, const char *, size_t);
typedef int cookie_seek_function_t(void *, __off64_t *, int);
typedef int cookie_close_function_t(void *);
typedef struct _IO_cookie_io_functions_t {
  cookie_read_function_t *read;
  cookie_write_function_t *write;
  cookie_seek_function_t *seek;
  cookie_close_function_t *close;
} cookie_io_functions_t;
FILE *fopencookie(void *__restrict, const char *__restrict, cookie_io_functions_t) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_LARGEFILE64
#define PACKWHEEL_NEED_off64_t
#include <bits/typedefs.h>
#if PACKWHEEL_LIBC_GLIBC
typedef __fpos64_t fpos64_t;
FILE *fopen64(const char *__restrict, const char *__restrict);
FILE *freopen64(const char *__restrict, const char *__restrict, FILE *__restrict);
FILE *tmpfile64(void);
int fseeko64(FILE *, off64_t, int);
off64_t ftello64(FILE *);
int fgetpos64(FILE *__restrict, fpos64_t *__restrict);
int fsetpos64(FILE *, const fpos64_t *);
#else
#define fpos64_t fpos_t
#define fopen64 fopen
#define freopen64 freopen
#define tmpfile64 tmpfile
#define fseeko64 fseeko
#define ftello64 ftello
#define fgetpos64 fgetpos
#define fsetpos64 fsetpos
#endif
#endif

PACKWHEEL_END_C

#endif
