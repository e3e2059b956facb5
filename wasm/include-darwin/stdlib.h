/*
 * General utilities.
 * Spec: ISO C17 7.22; POSIX.1-2017 <stdlib.h>; section 3 of Darwin's manual for what BSD adds.
 */
#ifndef PACKWHEEL_STDLIB_H
#define PACKWHEEL_STDLIB_H

#include <bits/darwin.h>
#include <bits/null.h>
#define __need_size_t
#define __need_wchar_t
#include <stddef.h>
#if PACKWHEEL_USE_POSIX
#include <sys/wait.h>
#include <alloca.h>
#endif

#define EXIT_FAILURE 1
#define EXIT_SUCCESS 0
#define RAND_MAX 0x7fffffff

typedef struct {
  int quot;
  int rem;
} div_t;
typedef struct {
  long quot;
  long rem;
} ldiv_t;
typedef struct {
  long long quot;
  long long rem;
} lldiv_t;

PACKWHEEL_BEGIN_C

extern int __mb_cur_max;
int ___mb_cur_max(void);
#define MB_CUR_MAX (___mb_cur_max())

PACKWHEEL_MALLOC void *calloc(size_t, size_t);
void free(void *);
PACKWHEEL_MALLOC void *malloc(size_t);
void *realloc(void *, size_t);
#if PACKWHEEL_MACOS_AT_LEAST(10, 15)
PACKWHEEL_MALLOC void *aligned_alloc(size_t, size_t);
#endif

PACKWHEEL_NORETURN void abort(void);
PACKWHEEL_CONST int abs(int);
int atexit(void (*)(void));
double atof(const char *);
int atoi(const char *);
long atol(const char *);
long long atoll(const char *);
void *bsearch(const void *, const void *, size_t, size_t, int (*)(const void *, const void *));
div_t div(int, int);
PACKWHEEL_NORETURN void exit(int);
PACKWHEEL_NORETURN void _Exit(int);
char *getenv(const char *);
PACKWHEEL_CONST long labs(long);
ldiv_t ldiv(long, long);
PACKWHEEL_CONST long long llabs(long long);
lldiv_t lldiv(long long, long long);
int mblen(const char *, size_t);
size_t mbstowcs(wchar_t *__restrict, const char *__restrict, size_t);
int mbtowc(wchar_t *__restrict, const char *__restrict, size_t);
void qsort(void *, size_t, size_t, int (*)(const void *, const void *));
int rand(void);
void srand(unsigned int);
double strtod(const char *, char **);
float strtof(const char *, char **);
long strtol(const char *__restrict, char **__restrict, int);
long double strtold(const char *, char **);
long long strtoll(const char *__restrict, char **__restrict, int);
unsigned long strtoul(const char *__restrict, char **__restrict, int);
unsigned long long strtoull(const char *__restrict, char **__restrict, int);
int system(const char *);
size_t wcstombs(char *__restrict, const wchar_t *__restrict, size_t);
int wctomb(char *, wchar_t);

#if PACKWHEEL_USE_POSIX
#define PACKWHEEL_NEED_mode_t
#define PACKWHEEL_NEED_dev_t
#include <bits/typedefs.h>
long a64l(const char *);
double drand48(void);
char *ecvt(double, int, int *__restrict, int *__restrict);
double erand48(unsigned short[3]);
char *fcvt(double, int, int *__restrict, int *__restrict);
char *gcvt(double, int, char *);
int getsubopt(char **, char *const *, char **);
int grantpt(int);
char *initstate(unsigned int, char *, size_t);
long jrand48(unsigned short[3]);
char *l64a(long);
void lcong48(unsigned short[7]);
long lrand48(void);
char *mktemp(char *);
int mkstemp(char *);
long mrand48(void);
long nrand48(unsigned short[3]);
int posix_memalign(void **, size_t, size_t);
int posix_openpt(int);
char *ptsname(int);
int putenv(char *);
long random(void);
int rand_r(unsigned int *);
#if PACKWHEEL_USE_DARWIN
char *realpath(const char *__restrict, char *__restrict) PACKWHEEL_EXTENDED("realpath");
#else
char *realpath(const char *__restrict, char *__restrict);
#endif
unsigned short *seed48(unsigned short[3]);
int setenv(const char *, const char *, int);
void setkey(const char *);
char *setstate(const char *);
void srand48(long);
void srandom(unsigned);
int unlockpt(int);
int unsetenv(const char *);
#endif

#if PACKWHEEL_USE_DARWIN
#if !defined(_ANSI_SOURCE)
#include <machine/types.h>
#endif
#define PACKWHEEL_NEED_rsize_t
#define PACKWHEEL_NEED_errno_t
#define PACKWHEEL_NEED_u_int32_t
#include <bits/typedefs.h>
#include <stdint.h>
uint32_t arc4random(void);
void arc4random_addrandom(unsigned char *, int);
void arc4random_buf(void *, size_t);
void arc4random_stir(void);
uint32_t arc4random_uniform(uint32_t);
char *cgetcap(char *, const char *, int);
int cgetclose(void);
int cgetent(char **, char **, const char *);
int cgetfirst(char **, char **);
int cgetmatch(const char *, const char *);
int cgetnext(char **, char **);
int cgetnum(char *, const char *, long *);
int cgetset(const char *);
int cgetstr(char *, const char *, char **);
int cgetustr(char *, const char *, char **);
int daemon(int, int) PACKWHEEL_1050("daemon");
char *devname(dev_t, mode_t);
char *devname_r(dev_t, mode_t, char *, int);
char *getbsize(int *, long *);
int getloadavg(double[], int);
const char *getprogname(void);
int heapsort(void *, size_t, size_t, int (*)(const void *, const void *));
int mergesort(void *, size_t, size_t, int (*)(const void *, const void *));
char *mkdtemp(char *);
int mkstemps(char *, int);
int mkostemp(char *, int);
int mkostemps(char *, int, int);
void psort(void *, size_t, size_t, int (*)(const void *, const void *));
void psort_r(void *, size_t, size_t, void *, int (*)(void *, const void *, const void *));
void qsort_r(void *, size_t, size_t, void *, int (*)(void *, const void *, const void *));
int radixsort(const unsigned char **, int, const unsigned char *, unsigned);
void *reallocf(void *, size_t);
#if PACKWHEEL_MACOS_AT_LEAST(10, 15)
int rpmatch(const char *);
#endif
void setprogname(const char *);
int sradixsort(const unsigned char **, int, const unsigned char *, unsigned);
void sranddev(void);
void srandomdev(void);
#if PACKWHEEL_MACOS_AT_LEAST(11, 0)
long long strtonum(const char *, long long, long long, const char **);
#endif
long long strtoq(const char *__restrict, char **__restrict, int);
unsigned long long strtouq(const char *__restrict, char **__restrict, int);
extern char *suboptarg;
void *valloc(size_t);
int mkpath_np(const char *, mode_t);
int mkpathat_np(int, const char *, mode_t);
#ifdef __BLOCKS__
int atexit_b(void (^)(void));
void *bsearch_b(const void *, const void *, size_t, size_t, int (^)(const void *, const void *));
void qsort_b(void *, size_t, size_t, int (^)(const void *, const void *));
#endif
#endif

PACKWHEEL_END_C

#endif
