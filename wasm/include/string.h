/*
 * Strings and memory.
 * Spec: ISO C17 7.24; POSIX.1-2017 <string.h>.
 */
#ifndef PACKWHEEL_STRING_H
#define PACKWHEEL_STRING_H

#include <features.h>
#include <bits/null.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

void *memcpy(void *__restrict, const void *__restrict, size_t) PACKWHEEL_NOTHROW;
void *memmove(void *, const void *, size_t) PACKWHEEL_NOTHROW;
void *memset(void *, int, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int memcmp(const void *, const void *, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE void *memchr(const void *, int, size_t) PACKWHEEL_NOTHROW;

char *strcpy(char *__restrict, const char *__restrict) PACKWHEEL_NOTHROW;
char *strncpy(char *__restrict, const char *__restrict, size_t) PACKWHEEL_NOTHROW;
char *strcat(char *__restrict, const char *__restrict) PACKWHEEL_NOTHROW;
char *strncat(char *__restrict, const char *__restrict, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int strcmp(const char *, const char *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int strncmp(const char *, const char *, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int strcoll(const char *, const char *) PACKWHEEL_NOTHROW;
size_t strxfrm(char *__restrict, const char *__restrict, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE char *strchr(const char *, int) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE char *strrchr(const char *, int) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE size_t strcspn(const char *, const char *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE size_t strspn(const char *, const char *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE char *strpbrk(const char *, const char *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE char *strstr(const char *, const char *) PACKWHEEL_NOTHROW;
char *strtok(char *__restrict, const char *__restrict) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE size_t strlen(const char *) PACKWHEEL_NOTHROW;
char *strerror(int) PACKWHEEL_NOTHROW;

#if PACKWHEEL_USE_POSIX || PACKWHEEL_USE_XOPEN
char *strtok_r(char *__restrict, const char *__restrict, char **__restrict) PACKWHEEL_NOTHROW;
#endif

/* GNU's form returns the text, POSIX's fills the buffer; glibc has both, musl only the latter. */
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_USE_GNU
char *strerror_r(int, char *, size_t) PACKWHEEL_NOTHROW;
#elif PACKWHEEL_LIBC_GLIBC && PACKWHEEL_USE_POSIX >= 200112
int strerror_r(int, char *, size_t) PACKWHEEL_NOTHROW PACKWHEEL_REDIRECT("__xpg_strerror_r");
#elif PACKWHEEL_USE_POSIX >= 200112
int strerror_r(int, char *, size_t) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_POSIX >= 200809
#define PACKWHEEL_NEED_locale_t
#include <bits/typedefs.h>
PACKWHEEL_PURE size_t strnlen(const char *, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_MALLOC char *strndup(const char *, size_t) PACKWHEEL_NOTHROW;
char *stpcpy(char *__restrict, const char *__restrict) PACKWHEEL_NOTHROW;
char *stpncpy(char *__restrict, const char *__restrict, size_t) PACKWHEEL_NOTHROW;
char *strsignal(int) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int strcoll_l(const char *, const char *, locale_t) PACKWHEEL_NOTHROW;
size_t strxfrm_l(char *__restrict, const char *__restrict, size_t, locale_t) PACKWHEEL_NOTHROW;
char *strerror_l(int, locale_t) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_DEFAULT || PACKWHEEL_USE_XOPEN >= 500 || PACKWHEEL_USE_POSIX >= 200809
PACKWHEEL_MALLOC char *strdup(const char *) PACKWHEEL_NOTHROW;
#endif
#if PACKWHEEL_USE_DEFAULT || PACKWHEEL_USE_XOPEN
void *memccpy(void *__restrict, const void *__restrict, int, size_t) PACKWHEEL_NOTHROW;
#endif

#if PACKWHEEL_USE_DEFAULT
char *strsep(char **__restrict, const char *__restrict) PACKWHEEL_NOTHROW;
#if PACKWHEEL_GLIBC_AT_LEAST(25)
void explicit_bzero(void *, size_t) PACKWHEEL_NOTHROW;
#endif
#if PACKWHEEL_GLIBC_AT_LEAST(38)
size_t strlcpy(char *__restrict, const char *__restrict, size_t) PACKWHEEL_NOTHROW;
size_t strlcat(char *__restrict, const char *__restrict, size_t) PACKWHEEL_NOTHROW;
#endif
#include <strings.h>
#endif

#if PACKWHEEL_USE_GNU
PACKWHEEL_PURE void *memmem(const void *, size_t, const void *, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE void *memrchr(const void *, int, size_t) PACKWHEEL_NOTHROW;
void *mempcpy(void *__restrict, const void *__restrict, size_t) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE char *strchrnul(const char *, int) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE char *strcasestr(const char *, const char *) PACKWHEEL_NOTHROW;
PACKWHEEL_PURE int strverscmp(const char *, const char *) PACKWHEEL_NOTHROW;
#define strdupa(string) \
  __extension__({ \
    const char *__packwheel_old = (string); \
    size_t __packwheel_size = __builtin_strlen(__packwheel_old) + 1; \
    (char *)__builtin_memcpy(__builtin_alloca(__packwheel_size), __packwheel_old, __packwheel_size); \
  })
#define strndupa(string, limit) \
  __extension__({ \
    const char *__packwheel_old = (string); \
    size_t __packwheel_length = strnlen(__packwheel_old, (limit)); \
    char *__packwheel_new = (char *)__builtin_alloca(__packwheel_length + 1); \
    __packwheel_new[__packwheel_length] = '\0'; \
    (char *)__builtin_memcpy(__packwheel_new, __packwheel_old, __packwheel_length); \
  })
#if PACKWHEEL_LIBC_GLIBC
PACKWHEEL_PURE void *rawmemchr(const void *, int) PACKWHEEL_NOTHROW;
void *memfrob(void *, size_t) PACKWHEEL_NOTHROW;
char *strfry(char *) PACKWHEEL_NOTHROW;
#if PACKWHEEL_GLIBC_AT_LEAST(32)
const char *strerrorname_np(int) PACKWHEEL_NOTHROW;
const char *strerrordesc_np(int) PACKWHEEL_NOTHROW;
const char *sigabbrev_np(int) PACKWHEEL_NOTHROW;
const char *sigdescr_np(int) PACKWHEEL_NOTHROW;
#endif
/* GNU's `basename` leaves its argument alone; <libgen.h> has the POSIX one under the same name, as a macro. */
#ifndef basename
PACKWHEEL_PURE char *basename(const char *) PACKWHEEL_NOTHROW;
#endif
#endif
#endif

PACKWHEEL_END_C

#endif
