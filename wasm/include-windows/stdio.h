/*
 * ISO C17 7.21, and what the C runtime has beside it. The C runtime has few functions for formats, which the usual ones
 * call: those are linked into what uses them.
 */
#ifndef _STDIO_H
#define _STDIO_H

#include <corecrt.h>
#include <stdarg.h>

#define BUFSIZ 512
#define EOF (-1)
#define FILENAME_MAX 260
#define FOPEN_MAX 20
#define L_tmpnam 260
#define TMP_MAX 0x7fffffff
#define _SYS_OPEN 20
#define _NFILE 512
#define _IOFBF 0x0000
#define _IOLBF 0x0040
#define _IONBF 0x0004
#define SEEK_CUR 1
#define SEEK_END 2
#define SEEK_SET 0
#define _P_tmpdir "\\"
#define P_tmpdir _P_tmpdir

typedef struct _iobuf {
    void *_Placeholder;
} FILE;

typedef long long fpos_t;

#ifndef _OFF_T_DEFINED
#define _OFF_T_DEFINED
typedef long _off_t;
typedef long long off64_t;
#if defined(_FILE_OFFSET_BITS) && _FILE_OFFSET_BITS == 64
typedef long long off_t;
#else
typedef long off_t;
#endif
#endif

__PACKWHEEL_BEGIN

FILE *__acrt_iob_func(unsigned);
#define stdin (__acrt_iob_func(0))
#define stdout (__acrt_iob_func(1))
#define stderr (__acrt_iob_func(2))

int remove(const char *);
int rename(const char *, const char *);
FILE *tmpfile(void);
char *tmpnam(char *);
int fclose(FILE *);
int fflush(FILE *);
FILE *fopen(const char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT);
FILE *freopen(const char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, FILE *__PACKWHEEL_RESTRICT);
void setbuf(FILE *__PACKWHEEL_RESTRICT, char *__PACKWHEEL_RESTRICT);
int setvbuf(FILE *__PACKWHEEL_RESTRICT, char *__PACKWHEEL_RESTRICT, int, size_t);

int fprintf(FILE *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, ...) __PACKWHEEL_FORMAT(__printf__, 2, 3);
int printf(const char *__PACKWHEEL_RESTRICT, ...) __PACKWHEEL_FORMAT(__printf__, 1, 2);
int snprintf(char *__PACKWHEEL_RESTRICT, size_t, const char *__PACKWHEEL_RESTRICT, ...)
    __PACKWHEEL_FORMAT(__printf__, 3, 4);
int sprintf(char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, ...) __PACKWHEEL_FORMAT(__printf__, 2, 3);
int vfprintf(FILE *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, va_list)
    __PACKWHEEL_FORMAT(__printf__, 2, 0);
int vprintf(const char *__PACKWHEEL_RESTRICT, va_list) __PACKWHEEL_FORMAT(__printf__, 1, 0);
int vsnprintf(char *__PACKWHEEL_RESTRICT, size_t, const char *__PACKWHEEL_RESTRICT, va_list)
    __PACKWHEEL_FORMAT(__printf__, 3, 0);
int vsprintf(char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, va_list)
    __PACKWHEEL_FORMAT(__printf__, 2, 0);
int fscanf(FILE *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, ...) __PACKWHEEL_FORMAT(__scanf__, 2, 3);
int scanf(const char *__PACKWHEEL_RESTRICT, ...) __PACKWHEEL_FORMAT(__scanf__, 1, 2);
int sscanf(const char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, ...)
    __PACKWHEEL_FORMAT(__scanf__, 2, 3);
int vfscanf(FILE *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, va_list) __PACKWHEEL_FORMAT(__scanf__, 2, 0);
int vscanf(const char *__PACKWHEEL_RESTRICT, va_list) __PACKWHEEL_FORMAT(__scanf__, 1, 0);
int vsscanf(const char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, va_list)
    __PACKWHEEL_FORMAT(__scanf__, 2, 0);

int fgetc(FILE *);
char *fgets(char *__PACKWHEEL_RESTRICT, int, FILE *__PACKWHEEL_RESTRICT);
int fputc(int, FILE *);
int fputs(const char *__PACKWHEEL_RESTRICT, FILE *__PACKWHEEL_RESTRICT);
int getc(FILE *);
int getchar(void);
int putc(int, FILE *);
int putchar(int);
int puts(const char *);
int ungetc(int, FILE *);
size_t fread(void *__PACKWHEEL_RESTRICT, size_t, size_t, FILE *__PACKWHEEL_RESTRICT);
size_t fwrite(const void *__PACKWHEEL_RESTRICT, size_t, size_t, FILE *__PACKWHEEL_RESTRICT);
int fgetpos(FILE *__PACKWHEEL_RESTRICT, fpos_t *__PACKWHEEL_RESTRICT);
int fsetpos(FILE *, const fpos_t *);
int fseek(FILE *, long, int);
long ftell(FILE *);
void rewind(FILE *);
void clearerr(FILE *);
int feof(FILE *);
int ferror(FILE *);
void perror(const char *);

int _fseeki64(FILE *, long long, int);
long long _ftelli64(FILE *);
FILE *_fdopen(int, const char *);
int _fileno(FILE *);
FILE *_fsopen(const char *, const char *, int);
FILE *_popen(const char *, const char *);
int _pclose(FILE *);
int _fcloseall(void);
int _flushall(void);
int _getw(FILE *);
int _putw(int, FILE *);
int _getmaxstdio(void);
int _setmaxstdio(int);
int _rmtmp(void);
char *_tempnam(const char *, const char *);
int _unlink(const char *);
void _lock_file(FILE *);
void _unlock_file(FILE *);
int _fgetc_nolock(FILE *);
int _fputc_nolock(int, FILE *);
int _getc_nolock(FILE *);
int _putc_nolock(int, FILE *);
size_t _fread_nolock(void *, size_t, size_t, FILE *);
size_t _fwrite_nolock(const void *, size_t, size_t, FILE *);
int _fflush_nolock(FILE *);
int _fclose_nolock(FILE *);
int _set_printf_count_output(int);
int _get_printf_count_output(void);
errno_t clearerr_s(FILE *);
errno_t fopen_s(FILE **, const char *, const char *);
errno_t freopen_s(FILE **, const char *, const char *, FILE *);
size_t fread_s(void *, size_t, size_t, size_t, FILE *);
char *gets_s(char *, rsize_t);
errno_t tmpfile_s(FILE **);
errno_t tmpnam_s(char *, rsize_t);

int _snprintf(char *, size_t, const char *, ...) __PACKWHEEL_FORMAT(__printf__, 3, 4);
int _vsnprintf(char *, size_t, const char *, va_list) __PACKWHEEL_FORMAT(__printf__, 3, 0);
int _scprintf(const char *, ...) __PACKWHEEL_FORMAT(__printf__, 1, 2);
int _vscprintf(const char *, va_list) __PACKWHEEL_FORMAT(__printf__, 1, 0);
int fprintf_s(FILE *, const char *, ...) __PACKWHEEL_FORMAT(__printf__, 2, 3);
int printf_s(const char *, ...) __PACKWHEEL_FORMAT(__printf__, 1, 2);
int sprintf_s(char *, size_t, const char *, ...) __PACKWHEEL_FORMAT(__printf__, 3, 4);
int _snprintf_s(char *, size_t, size_t, const char *, ...) __PACKWHEEL_FORMAT(__printf__, 4, 5);
int vfprintf_s(FILE *, const char *, va_list) __PACKWHEEL_FORMAT(__printf__, 2, 0);
int vprintf_s(const char *, va_list) __PACKWHEEL_FORMAT(__printf__, 1, 0);
int vsprintf_s(char *, size_t, const char *, va_list) __PACKWHEEL_FORMAT(__printf__, 3, 0);
int _vsnprintf_s(char *, size_t, size_t, const char *, va_list) __PACKWHEEL_FORMAT(__printf__, 4, 0);
int fscanf_s(FILE *, const char *, ...);
int scanf_s(const char *, ...);
int sscanf_s(const char *, const char *, ...);

int __stdio_common_vfprintf(unsigned long long, FILE *, const char *, _locale_t, va_list);
int __stdio_common_vfprintf_s(unsigned long long, FILE *, const char *, _locale_t, va_list);
int __stdio_common_vsprintf(unsigned long long, char *, size_t, const char *, _locale_t, va_list);
int __stdio_common_vsprintf_s(unsigned long long, char *, size_t, const char *, _locale_t, va_list);
int __stdio_common_vsnprintf_s(unsigned long long, char *, size_t, size_t, const char *, _locale_t, va_list);
int __stdio_common_vfscanf(unsigned long long, FILE *, const char *, _locale_t, va_list);
int __stdio_common_vsscanf(unsigned long long, const char *, size_t, const char *, _locale_t, va_list);

#ifndef __STRICT_ANSI__
FILE *fdopen(int, const char *);
int fileno(FILE *);
int getw(FILE *);
int putw(int, FILE *);
int rmtmp(void);
char *tempnam(const char *, const char *);
int unlink(const char *);
FILE *popen(const char *, const char *);
int pclose(FILE *);
#endif

FILE *_wfopen(const wchar_t *, const wchar_t *);
errno_t _wfopen_s(FILE **, const wchar_t *, const wchar_t *);
FILE *_wfreopen(const wchar_t *, const wchar_t *, FILE *);
FILE *_wfsopen(const wchar_t *, const wchar_t *, int);
FILE *_wfdopen(int, const wchar_t *);
FILE *_wpopen(const wchar_t *, const wchar_t *);
int _wremove(const wchar_t *);
int _wrename(const wchar_t *, const wchar_t *);
wchar_t *_wtempnam(const wchar_t *, const wchar_t *);
wchar_t *_wtmpnam(wchar_t *);
void _wperror(const wchar_t *);

__PACKWHEEL_END

#define _getchar_nolock() _getc_nolock(stdin)
#define _putchar_nolock(c) _putc_nolock(c, stdout)

#include <bits/wide-stdio.h>

#endif
