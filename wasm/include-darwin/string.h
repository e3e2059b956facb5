/*
 * Strings and memory.
 * Spec: ISO C17 7.24; POSIX.1-2017 <string.h>; string(3) of Darwin for what BSD adds.
 */
#ifndef PACKWHEEL_STRING_H
#define PACKWHEEL_STRING_H

#include <bits/darwin.h>
#include <bits/null.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

void *memchr(const void *, int, size_t);
int memcmp(const void *, const void *, size_t);
void *memcpy(void *__restrict, const void *__restrict, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
char *strcat(char *__restrict, const char *__restrict);
char *strchr(const char *, int);
int strcmp(const char *, const char *);
int strcoll(const char *, const char *);
char *strcpy(char *__restrict, const char *__restrict);
size_t strcspn(const char *, const char *);
char *strerror(int);
size_t strlen(const char *);
char *strncat(char *__restrict, const char *__restrict, size_t);
int strncmp(const char *, const char *, size_t);
char *strncpy(char *__restrict, const char *__restrict, size_t);
char *strpbrk(const char *, const char *);
char *strrchr(const char *, int);
size_t strspn(const char *, const char *);
char *strstr(const char *, const char *);
char *strtok(char *__restrict, const char *__restrict);
size_t strxfrm(char *__restrict, const char *__restrict, size_t);

#if PACKWHEEL_USE_POSIX
char *strtok_r(char *__restrict, const char *__restrict, char **__restrict);
int strerror_r(int, char *, size_t);
char *strdup(const char *);
void *memccpy(void *__restrict, const void *__restrict, int, size_t);
#endif

#if PACKWHEEL_USE_POSIX >= 200809
char *stpcpy(char *, const char *);
char *stpncpy(char *, const char *, size_t);
char *strndup(const char *, size_t);
size_t strnlen(const char *, size_t);
char *strsignal(int);
#endif

#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_rsize_t
#define PACKWHEEL_NEED_errno_t
#define PACKWHEEL_NEED_ssize_t
#include <bits/typedefs.h>
errno_t memset_s(void *, rsize_t, int, rsize_t);
void *memmem(const void *, size_t, const void *, size_t);
void memset_pattern4(void *, const void *, size_t);
void memset_pattern8(void *, const void *, size_t);
void memset_pattern16(void *, const void *, size_t);
char *strcasestr(const char *, const char *);
char *strnstr(const char *, const char *, size_t);
size_t strlcat(char *, const char *, size_t);
size_t strlcpy(char *, const char *, size_t);
void strmode(int, char *);
char *strsep(char **, const char *);
void swab(const void *__restrict, void *__restrict, ssize_t);
int timingsafe_bcmp(const void *, const void *, size_t);
#if PACKWHEEL_MACOS_AT_LEAST(11, 0)
int strsignal_r(int, char *, size_t);
#endif
#endif

PACKWHEEL_END_C

#if PACKWHEEL_USE_DARWIN
#include <strings.h>
#endif

#endif
