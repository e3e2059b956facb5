/* ISO C17 7.24, and what the C runtime has beside it. */
#ifndef _STRING_H
#define _STRING_H

#include <corecrt.h>

__PACKWHEEL_BEGIN

void *memchr(const void *, int, size_t);
int memcmp(const void *, const void *, size_t);
void *memcpy(void *__PACKWHEEL_RESTRICT, const void *__PACKWHEEL_RESTRICT, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
char *strcat(char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT);
char *strchr(const char *, int);
int strcmp(const char *, const char *);
int strcoll(const char *, const char *);
char *strcpy(char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT);
size_t strcspn(const char *, const char *);
char *strerror(int);
size_t strlen(const char *);
char *strncat(char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, size_t);
int strncmp(const char *, const char *, size_t);
char *strncpy(char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, size_t);
char *strpbrk(const char *, const char *);
char *strrchr(const char *, int);
size_t strspn(const char *, const char *);
char *strstr(const char *, const char *);
char *strtok(char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT);
size_t strxfrm(char *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, size_t);

errno_t memcpy_s(void *, rsize_t, const void *, rsize_t);
errno_t memmove_s(void *, rsize_t, const void *, rsize_t);
errno_t strcat_s(char *, rsize_t, const char *);
errno_t strcpy_s(char *, rsize_t, const char *);
errno_t strncat_s(char *, rsize_t, const char *, rsize_t);
errno_t strncpy_s(char *, rsize_t, const char *, rsize_t);
errno_t strerror_s(char *, size_t, int);
char *strtok_s(char *, const char *, char **);
size_t strnlen(const char *, size_t);

void *_memccpy(void *, const void *, int, size_t);
int _memicmp(const void *, const void *, size_t);
char *_strdup(const char *) __attribute__((__malloc__));
int _stricmp(const char *, const char *);
int _strnicmp(const char *, const char *, size_t);
int _stricoll(const char *, const char *);
int _strncoll(const char *, const char *, size_t);
int _strnicoll(const char *, const char *, size_t);
int _stricmp_l(const char *, const char *, _locale_t);
int _strnicmp_l(const char *, const char *, size_t, _locale_t);
int _strcoll_l(const char *, const char *, _locale_t);
size_t _strxfrm_l(char *, const char *, size_t, _locale_t);
char *_strlwr(char *);
errno_t _strlwr_s(char *, size_t);
char *_strupr(char *);
errno_t _strupr_s(char *, size_t);
char *_strrev(char *);
char *_strset(char *, int);
char *_strnset(char *, int, size_t);
char *_strerror(const char *);
errno_t _strerror_s(char *, size_t, const char *);

#ifndef __STRICT_ANSI__
void *memccpy(void *, const void *, int, size_t);
int memicmp(const void *, const void *, size_t);
char *strdup(const char *) __attribute__((__malloc__));
int stricmp(const char *, const char *);
int strcmpi(const char *, const char *);
int strnicmp(const char *, const char *, size_t);
int strcasecmp(const char *, const char *);
int strncasecmp(const char *, const char *, size_t);
char *strlwr(char *);
char *strupr(char *);
char *strrev(char *);
char *strset(char *, int);
char *strnset(char *, int, size_t);
#endif

size_t wcslen(const wchar_t *);
wchar_t *wcscpy(wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT);
wchar_t *wcscat(wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT);
int wcscmp(const wchar_t *, const wchar_t *);
int wcsncmp(const wchar_t *, const wchar_t *, size_t);
wchar_t *wcsncpy(wchar_t *__PACKWHEEL_RESTRICT, const wchar_t *__PACKWHEEL_RESTRICT, size_t);
wchar_t *wcschr(const wchar_t *, wchar_t);
wchar_t *wcsrchr(const wchar_t *, wchar_t);
wchar_t *wcsstr(const wchar_t *, const wchar_t *);
wchar_t *_wcsdup(const wchar_t *) __attribute__((__malloc__));
int _wcsicmp(const wchar_t *, const wchar_t *);
int _wcsnicmp(const wchar_t *, const wchar_t *, size_t);
wchar_t *_wcserror(int);

__PACKWHEEL_END

#endif
