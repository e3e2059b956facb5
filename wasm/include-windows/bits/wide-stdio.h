/* Streams of wide characters: <stdio.h> and <wchar.h> both have them. */
#ifndef _BITS_WIDE_STDIO_H
#define _BITS_WIDE_STDIO_H

#include <corecrt.h>
#include <stdarg.h>

#ifndef WEOF
#define WEOF ((wint_t)0xffff)
#endif

__PACKWHEEL_BEGIN

struct _iobuf;

wint_t fgetwc(struct _iobuf *);
wchar_t *fgetws(wchar_t *__PACKWHEEL_RESTRICT, int, struct _iobuf *__PACKWHEEL_RESTRICT);
wint_t fputwc(wchar_t, struct _iobuf *);
int fputws(const wchar_t *__PACKWHEEL_RESTRICT, struct _iobuf *__PACKWHEEL_RESTRICT);
wint_t getwc(struct _iobuf *);
wint_t getwchar(void);
wint_t putwc(wchar_t, struct _iobuf *);
wint_t putwchar(wchar_t);
wint_t ungetwc(wint_t, struct _iobuf *);
int _putws(const wchar_t *);

int fwprintf(struct _iobuf *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, ...);
int fwscanf(struct _iobuf *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, ...);
int swprintf(wchar_t *__PACKWHEEL_RESTRICT, size_t, const wchar_t *__PACKWHEEL_RESTRICT, ...);
int swscanf(const wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, ...);
int vfwprintf(struct _iobuf *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, va_list);
int vfwscanf(struct _iobuf *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, va_list);
int vswprintf(wchar_t *__PACKWHEEL_RESTRICT, size_t, const wchar_t *__PACKWHEEL_RESTRICT, va_list);
int vswscanf(const wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, va_list);
int vwprintf(const wchar_t *__PACKWHEEL_RESTRICT, va_list);
int vwscanf(const wchar_t *__PACKWHEEL_RESTRICT, va_list);
int wprintf(const wchar_t *__PACKWHEEL_RESTRICT, ...);
int wscanf(const wchar_t *__PACKWHEEL_RESTRICT, ...);

int _snwprintf(wchar_t *, size_t, const wchar_t *, ...);
int _vsnwprintf(wchar_t *, size_t, const wchar_t *, va_list);
int _scwprintf(const wchar_t *, ...);
int _vscwprintf(const wchar_t *, va_list);
int swprintf_s(wchar_t *, size_t, const wchar_t *, ...);
int vswprintf_s(wchar_t *, size_t, const wchar_t *, va_list);
int _snwprintf_s(wchar_t *, size_t, size_t, const wchar_t *, ...);
int _vsnwprintf_s(wchar_t *, size_t, size_t, const wchar_t *, va_list);

int __stdio_common_vfwprintf(unsigned long long, struct _iobuf *, const wchar_t *, _locale_t, va_list);
int __stdio_common_vswprintf(unsigned long long, wchar_t *, size_t, const wchar_t *, _locale_t, va_list);
int __stdio_common_vswprintf_s(unsigned long long, wchar_t *, size_t, const wchar_t *, _locale_t, va_list);
int __stdio_common_vsnwprintf_s(unsigned long long, wchar_t *, size_t, size_t, const wchar_t *, _locale_t, va_list);
int __stdio_common_vfwscanf(unsigned long long, struct _iobuf *, const wchar_t *, _locale_t, va_list);
int __stdio_common_vswscanf(unsigned long long, const wchar_t *, size_t, const wchar_t *, _locale_t, va_list);

__PACKWHEEL_END

#endif
