/*
 * Memory, conversion of numbers, random numbers, sorting, the environment.
 * Spec: ISO C17 7.22; POSIX.1-2017 <stdlib.h>.
 */
#ifndef PACKWHEEL_STDLIB_H
#define PACKWHEEL_STDLIB_H

#include <features.h>
#include <bits/null.h>
#define __need_size_t
#define __need_wchar_t
#include <stddef.h>

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 2147483647

PACKWHEEL_BEGIN_C

typedef struct {
  int quot;
  int rem;
} div_t;
typedef struct {
  long quot;
  long rem;
} ldiv_t;

size_t __ctype_get_mb_cur_max(void) PACKWHEEL_NOTHROW;
#define MB_CUR_MAX (__ctype_get_mb_cur_max())

PACKWHEEL_PURE double atof(const char *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int atoi(const char *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE long atol(const char *) PACKWHEEL_NOTHROW;
double strtod(const char *__restrict, char **__restrict) PACKWHEEL_NOTHROW;
long strtol(const char *__restrict, char **__restrict, int) PACKWHEEL_NOTHROW;
unsigned long strtoul(const char *__restrict, char **__restrict, int) PACKWHEEL_NOTHROW;

int rand(void) PACKWHEEL_NOTHROW;
void srand(unsigned int) PACKWHEEL_NOTHROW;

PACKWHEEL_MALLOC void *malloc(size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_MALLOC void *calloc(size_t, size_t) PACKWHEEL_NOTHROW;
void *realloc(void *, size_t) PACKWHEEL_NOTHROW;
void free(void *) PACKWHEEL_NOTHROW;

PACKWHEEL_NORETURN void abort(void) PACKWHEEL_NOTHROW;
int atexit(void (*)(void)) PACKWHEEL_NOTHROW;
PACKWHEEL_NORETURN void exit(int) PACKWHEEL_NOTHROW;
char *getenv(const char *) PACKWHEEL_NOTHROW;
int system(const char *);

void *bsearch(const void *, const void *, size_t, size_t, int (*)(const void *, const void *));
void qsort(void *, size_t, size_t, int (*)(const void *, const void *));

PACKWHEEL_CONST int abs(int) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST long labs(long) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST div_t div(int, int) PACKWHEEL_NOTHROW;
PACKWHEEL_CONST ldiv_t ldiv(long, long) PACKWHEEL_NOTHROW;

int mblen(const char *, size_t) PACKWHEEL_NOTHROW;
int mbtowc(wchar_t *__restrict, const char *__restrict, size_t) PACKWHEEL_NOTHROW;
int wctomb(char *, wchar_t) PACKWHEEL_NOTHROW;
size_t mbstowcs(wchar_t *__restrict, const char *__restrict, size_t) PACKWHEEL_NOTHROW;
size_t wcstombs(char *__restrict, const wchar_t *__restrict, size_t) PACKWHEEL_NOTHROW;

#if PACKWHEEL_USE_C99
__extension__ typedef struct {
  long long quot;
  long long rem;
} lldiv_t;
PACKWHEEL_NORETURN void _Exit(int) PACKWHEEL_NOTHROW;
float strtof(const char *__restrict, char **__restrict) PACKWHEEL_NOTHROW;
long double strtold(const char *__restrict, char **__restrict) PACKWHEEL_NOTHROW;
__extension__ PACKWHEEL_PURE long long atoll(const char *) PACKWHEEL_NOTHROW;
__extension__ long long strtoll(const char *__restrict, char **__restrict, int) PACKWHEEL_NOTHROW;
__extension__ unsigned long long strtoull(const char *__restrict, char **__restrict, int) PACKWHEEL_NOTHROW;
__extension__ PACKWHEEL_CONST long long llabs(long long) PACKWHEEL_NOTHROW;
__extension__ PACKWHEEL_CONST lldiv_t lldiv(long long, long long) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_C11
PACKWHEEL_MALLOC void *aligned_alloc(size_t, size_t) PACKWHEEL_NOTHROW;
int at_quick_exit(void (*)(void)) PACKWHEEL_NOTHROW;
PACKWHEEL_NORETURN void quick_exit(int) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_POSIX
int rand_r(unsigned int *) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_POSIX >= 200112
int posix_memalign(void **, size_t, size_t) PACKWHEEL_NOTHROW;
int setenv(const char *, const char *, int) PACKWHEEL_NOTHROW;
int unsetenv(const char *) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_DEFAULT || PACKWHEEL_USE_XOPEN >= 700 || PACKWHEEL_USE_POSIX >= 200809
char *mkdtemp(char *) PACKWHEEL_NOTHROW;
#endif
#if PACKWHEEL_USE_DEFAULT || PACKWHEEL_USE_XOPEN >= 500 || PACKWHEEL_USE_POSIX >= 200809
int mkstemp(char *) PACKWHEEL_OFFSET64("mkstemp64");
int getsubopt(char **__restrict, char *const *__restrict, char **__restrict) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_DEFAULT || PACKWHEEL_USE_XOPEN
#include <bits/wait_status.h>
char *realpath(const char *__restrict, char *__restrict) PACKWHEEL_NOTHROW;
int putenv(char *) PACKWHEEL_NOTHROW;

long random(void) PACKWHEEL_NOTHROW;
void srandom(unsigned int) PACKWHEEL_NOTHROW;
char *initstate(unsigned int, char *, size_t) PACKWHEEL_NOTHROW;
char *setstate(char *) PACKWHEEL_NOTHROW;
double drand48(void) PACKWHEEL_NOTHROW;
double erand48(unsigned short[3]) PACKWHEEL_NOTHROW;
long lrand48(void) PACKWHEEL_NOTHROW;
long nrand48(unsigned short[3]) PACKWHEEL_NOTHROW;
long mrand48(void) PACKWHEEL_NOTHROW;
long jrand48(unsigned short[3]) PACKWHEEL_NOTHROW;
void srand48(long) PACKWHEEL_NOTHROW;
unsigned short *seed48(unsigned short[3]) PACKWHEEL_NOTHROW;
void lcong48(unsigned short[7]) PACKWHEEL_NOTHROW;

char *l64a(long) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE long a64l(const char *) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_XOPEN >= 500
int grantpt(int) PACKWHEEL_NOTHROW;
int unlockpt(int) PACKWHEEL_NOTHROW;
char *ptsname(int) PACKWHEEL_NOTHROW;
int posix_openpt(int);
#endif

#if PACKWHEEL_USE_DEFAULT
#include <alloca.h>
int clearenv(void) PACKWHEEL_NOTHROW;
char *mktemp(char *) PACKWHEEL_NOTHROW;
int mkstemps(char *, int) PACKWHEEL_OFFSET64("mkstemps64");
PACKWHEEL_MALLOC void *valloc(size_t) PACKWHEEL_NOTHROW;
int getloadavg(double[], int) PACKWHEEL_NOTHROW;
char *ecvt(double, int, int *__restrict, int *__restrict) PACKWHEEL_NOTHROW;
char *fcvt(double, int, int *__restrict, int *__restrict) PACKWHEEL_NOTHROW;
char *gcvt(double, int, char *) PACKWHEEL_NOTHROW;
/* musl has it only since 1.2.2, which no tag of a wheel can name. */
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_GLIBC_AT_LEAST(26)
void *reallocarray(void *, size_t, size_t) PACKWHEEL_NOTHROW;
#endif
#if PACKWHEEL_LIBC_GLIBC
#include <bits/glibc_random.h>
#define PACKWHEEL_NEED_uint32_t
#include <bits/typedefs.h>
int on_exit(void (*)(int, void *), void *) PACKWHEEL_NOTHROW;
char *qecvt(long double, int, int *__restrict, int *__restrict) PACKWHEEL_NOTHROW;
char *qfcvt(long double, int, int *__restrict, int *__restrict) PACKWHEEL_NOTHROW;
char *qgcvt(long double, int, char *) PACKWHEEL_NOTHROW;
int ecvt_r(double, int, int *__restrict, int *__restrict, char *__restrict, size_t) PACKWHEEL_NOTHROW;
int fcvt_r(double, int, int *__restrict, int *__restrict, char *__restrict, size_t) PACKWHEEL_NOTHROW;
int rpmatch(const char *) PACKWHEEL_NOTHROW;
__extension__ long long strtoq(const char *__restrict, char **__restrict, int) PACKWHEEL_NOTHROW;
__extension__ unsigned long long strtouq(const char *__restrict, char **__restrict, int) PACKWHEEL_NOTHROW;
#if PACKWHEEL_GLIBC_AT_LEAST(36)
__uint32_t arc4random(void) PACKWHEEL_NOTHROW;
void arc4random_buf(void *, size_t) PACKWHEEL_NOTHROW;
__uint32_t arc4random_uniform(__uint32_t) PACKWHEEL_NOTHROW;
#endif
#endif
#endif

#if PACKWHEEL_USE_GNU
#define PACKWHEEL_NEED_locale_t
#include <bits/typedefs.h>
char *secure_getenv(const char *) PACKWHEEL_NOTHROW;
int mkostemp(char *, int) PACKWHEEL_OFFSET64("mkostemp64");
int mkostemps(char *, int, int) PACKWHEEL_OFFSET64("mkostemps64");
int ptsname_r(int, char *, size_t) PACKWHEEL_NOTHROW;
float strtof_l(const char *__restrict, char **__restrict, locale_t) PACKWHEEL_NOTHROW;
double strtod_l(const char *__restrict, char **__restrict, locale_t) PACKWHEEL_NOTHROW;
long double strtold_l(const char *__restrict, char **__restrict, locale_t) PACKWHEEL_NOTHROW;
#if PACKWHEEL_LIBC_GLIBC
/* musl has it only since 1.2.3, which no tag of a wheel can name. */
void qsort_r(void *, size_t, size_t, int (*)(const void *, const void *, void *), void *);
char *canonicalize_file_name(const char *) PACKWHEEL_NOTHROW;
int getpt(void);
long strtol_l(const char *__restrict, char **__restrict, int, locale_t) PACKWHEEL_NOTHROW;
unsigned long strtoul_l(const char *__restrict, char **__restrict, int, locale_t) PACKWHEEL_NOTHROW;
__extension__ long long strtoll_l(const char *__restrict, char **__restrict, int, locale_t) PACKWHEEL_NOTHROW;
__extension__ unsigned long long strtoull_l(const char *__restrict, char **__restrict, int, locale_t) PACKWHEEL_NOTHROW;
typedef int (*comparison_fn_t)(const void *, const void *);
#if PACKWHEEL_GLIBC_AT_LEAST(25)
int strfromd(char *, size_t, const char *, double) PACKWHEEL_NOTHROW;
int strfromf(char *, size_t, const char *, float) PACKWHEEL_NOTHROW;
int strfroml(char *, size_t, const char *, long double) PACKWHEEL_NOTHROW;
#endif
#endif
#endif

#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_LIBC_GLIBC
int mkstemp64(char *);
#if PACKWHEEL_USE_DEFAULT
int mkstemps64(char *, int);
#endif
#if PACKWHEEL_USE_GNU
int mkostemp64(char *, int);
int mkostemps64(char *, int, int);
#endif
#else
#define mkstemp64 mkstemp
#define mkstemps64 mkstemps
#define mkostemp64 mkostemp
#define mkostemps64 mkostemps
#endif
#endif

PACKWHEEL_END_C

#endif
