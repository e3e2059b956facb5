/* ISO C17 7.22, and what the C runtime has beside it. */
#ifndef _STDLIB_H
#define _STDLIB_H

#include <corecrt.h>
#include <limits.h>
#include <malloc.h>

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#define RAND_MAX 0x7fff
#define MB_CUR_MAX ___mb_cur_max_func()

#define _MAX_PATH 260
#define _MAX_DRIVE 3
#define _MAX_DIR 256
#define _MAX_FNAME 256
#define _MAX_EXT 256
#define _MAX_ENV 32767

#define _OUT_TO_DEFAULT 0
#define _OUT_TO_STDERR 1
#define _OUT_TO_MSGBOX 2
#define _REPORT_ERRMODE 3
#define _WRITE_ABORT_MSG 0x1
#define _CALL_REPORTFAULT 0x2

typedef struct _div_t {
    int quot, rem;
} div_t;

typedef struct _ldiv_t {
    long quot, rem;
} ldiv_t;

typedef struct _lldiv_t {
    long long quot, rem;
} lldiv_t;

typedef int (*_onexit_t)(void);
typedef void (*_invalid_parameter_handler)(const wchar_t *, const wchar_t *, const wchar_t *, unsigned, uintptr_t);
typedef void (*_purecall_handler)(void);


__PACKWHEEL_BEGIN

/* Here too, and sources rely on it. */
int *_errno(void);
#ifndef errno
#define errno (*_errno())
#endif

void abort(void) __PACKWHEEL_NORETURN;
void exit(int) __PACKWHEEL_NORETURN;
void _exit(int) __PACKWHEEL_NORETURN;
void _Exit(int) __PACKWHEEL_NORETURN;
void quick_exit(int) __PACKWHEEL_NORETURN;
int atexit(void (*)(void));
int at_quick_exit(void (*)(void));
_onexit_t _onexit(_onexit_t);

int abs(int);
long labs(long);
long long llabs(long long);
long long _abs64(long long);
div_t div(int, int);
ldiv_t ldiv(long, long);
lldiv_t lldiv(long long, long long);

double atof(const char *);
int atoi(const char *);
long atol(const char *);
long long atoll(const char *);
long long _atoi64(const char *);
double strtod(const char *__PACKWHEEL_RESTRICT, char **__PACKWHEEL_RESTRICT);
float strtof(const char *__PACKWHEEL_RESTRICT, char **__PACKWHEEL_RESTRICT);
long double strtold(const char *__PACKWHEEL_RESTRICT, char **__PACKWHEEL_RESTRICT);
long strtol(const char *__PACKWHEEL_RESTRICT, char **__PACKWHEEL_RESTRICT, int);
unsigned long strtoul(const char *__PACKWHEEL_RESTRICT, char **__PACKWHEEL_RESTRICT, int);
long long strtoll(const char *__PACKWHEEL_RESTRICT, char **__PACKWHEEL_RESTRICT, int);
unsigned long long strtoull(const char *__PACKWHEEL_RESTRICT, char **__PACKWHEEL_RESTRICT, int);
long long _strtoi64(const char *, char **, int);
unsigned long long _strtoui64(const char *, char **, int);
double _atof_l(const char *, _locale_t);
double _strtod_l(const char *, char **, _locale_t);
float _strtof_l(const char *, char **, _locale_t);
long _strtol_l(const char *, char **, int, _locale_t);
unsigned long _strtoul_l(const char *, char **, int, _locale_t);
long long _strtoi64_l(const char *, char **, int, _locale_t);
unsigned long long _strtoui64_l(const char *, char **, int, _locale_t);
char *_itoa(int, char *, int);
char *_ltoa(long, char *, int);
char *_ultoa(unsigned long, char *, int);
char *_i64toa(long long, char *, int);
char *_ui64toa(unsigned long long, char *, int);
errno_t _itoa_s(int, char *, size_t, int);
errno_t _ltoa_s(long, char *, size_t, int);
errno_t _ultoa_s(unsigned long, char *, size_t, int);
errno_t _i64toa_s(long long, char *, size_t, int);
errno_t _ui64toa_s(unsigned long long, char *, size_t, int);
char *_ecvt(double, int, int *, int *);
char *_fcvt(double, int, int *, int *);
char *_gcvt(double, int, char *);

int rand(void);
void srand(unsigned);
errno_t rand_s(unsigned *);

void *bsearch(const void *, const void *, size_t, size_t, int (*)(const void *, const void *));
void qsort(void *, size_t, size_t, int (*)(const void *, const void *));
void qsort_s(void *, size_t, size_t, int (*)(void *, const void *, const void *), void *);
void *bsearch_s(const void *, const void *, size_t, size_t, int (*)(void *, const void *, const void *), void *);

int mblen(const char *, size_t);
int mbtowc(wchar_t *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, size_t);
int wctomb(char *, wchar_t);
errno_t wctomb_s(int *, char *, rsize_t, wchar_t);
size_t mbstowcs(wchar_t *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, size_t);
size_t wcstombs(char *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, size_t);
errno_t mbstowcs_s(size_t *, wchar_t *, size_t, const char *, size_t);
errno_t wcstombs_s(size_t *, char *, size_t, const wchar_t *, size_t);
int ___mb_cur_max_func(void);

char *getenv(const char *);
errno_t getenv_s(size_t *, char *, rsize_t, const char *);
errno_t _dupenv_s(char **, size_t *, const char *);
int _putenv(const char *);
errno_t _putenv_s(const char *, const char *);
int system(const char *);
void perror(const char *);
void _searchenv(const char *, const char *, char *);

char *_fullpath(char *, const char *, size_t);
void _makepath(char *, const char *, const char *, const char *, const char *);
void _splitpath(const char *, char *, char *, char *, char *);
errno_t _makepath_s(char *, size_t, const char *, const char *, const char *, const char *);
errno_t _splitpath_s(const char *, char *, size_t, char *, size_t, char *, size_t, char *, size_t);

unsigned (_rotl)(unsigned, int);
unsigned (_rotr)(unsigned, int);
unsigned long (_lrotl)(unsigned long, int);
unsigned long (_lrotr)(unsigned long, int);
unsigned long long (_rotl64)(unsigned long long, int);
unsigned long long (_rotr64)(unsigned long long, int);
unsigned short _byteswap_ushort(unsigned short);
unsigned long _byteswap_ulong(unsigned long);
unsigned long long _byteswap_uint64(unsigned long long);
void _swab(char *, char *, int);

unsigned _set_abort_behavior(unsigned, unsigned);
int _set_error_mode(int);
_invalid_parameter_handler _set_invalid_parameter_handler(_invalid_parameter_handler);
_invalid_parameter_handler _get_invalid_parameter_handler(void);
_invalid_parameter_handler _set_thread_local_invalid_parameter_handler(_invalid_parameter_handler);
_invalid_parameter_handler _get_thread_local_invalid_parameter_handler(void);
errno_t _get_fmode(int *);
errno_t _set_fmode(int);
errno_t _get_pgmptr(char **);
errno_t _get_wpgmptr(wchar_t **);
void _beep(unsigned, unsigned);
void _sleep(unsigned long);

int *__p___argc(void);
char ***__p___argv(void);
wchar_t ***__p___wargv(void);
char ***__p__environ(void);
wchar_t ***__p__wenviron(void);
int *__p__fmode(void);

wchar_t *_wgetenv(const wchar_t *);
int _wputenv(const wchar_t *);
errno_t _wputenv_s(const wchar_t *, const wchar_t *);
int _wsystem(const wchar_t *);
double _wtof(const wchar_t *);
int _wtoi(const wchar_t *);
long _wtol(const wchar_t *);
long long _wtoll(const wchar_t *);
long long _wtoi64(const wchar_t *);
wchar_t *_itow(int, wchar_t *, int);
wchar_t *_wfullpath(wchar_t *, const wchar_t *, size_t);
void _wsplitpath(const wchar_t *, wchar_t *, wchar_t *, wchar_t *, wchar_t *);
void _wmakepath(wchar_t *, const wchar_t *, const wchar_t *, const wchar_t *, const wchar_t *);

#ifndef __STRICT_ANSI__
char *itoa(int, char *, int);
char *ltoa(long, char *, int);
int putenv(const char *);
#endif

__PACKWHEEL_END

#define __argc (*__p___argc())
#define __argv (*__p___argv())
#define __wargv (*__p___wargv())
#define _environ (*__p__environ())
#define _wenviron (*__p__wenviron())
#define _fmode (*__p__fmode())
#ifndef __STRICT_ANSI__
#define environ _environ
#define onexit_t _onexit_t
#endif
#ifndef __cplusplus
#define max(a, b) ((a) > (b) ? (a) : (b))
#define min(a, b) ((a) < (b) ? (a) : (b))
#define __max(a, b) ((a) > (b) ? (a) : (b))
#define __min(a, b) ((a) < (b) ? (a) : (b))
#endif

#endif
