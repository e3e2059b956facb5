/*
 * Until 2.33, glibc had these functions in each library that uses them: they tell by a number which layout of
 * `struct stat` they mean.
 */
#include "../builtins/rt.h"

#if defined(__x86_64__) || defined(__s390x__)
#define STAT_VERSION 1
#define MKNOD_VERSION 0
#elif defined(__powerpc64__)
#define STAT_VERSION 1
#define MKNOD_VERSION 1
#elif defined(__i386__) || defined(__arm__)
#define STAT_VERSION 3
#define MKNOD_VERSION 1
#else
#define STAT_VERSION 0
#define MKNOD_VERSION 0
#endif

struct stat;
struct stat64;
typedef u64 device;
typedef u32 file_mode;

#pragma GCC visibility pop
int __xstat(int version, const char *path, struct stat *result);
int __lxstat(int version, const char *path, struct stat *result);
int __fxstat(int version, int file, struct stat *result);
int __fxstatat(int version, int folder, const char *path, struct stat *result, int flags);
int __xstat64(int version, const char *path, struct stat64 *result);
int __lxstat64(int version, const char *path, struct stat64 *result);
int __fxstat64(int version, int file, struct stat64 *result);
int __fxstatat64(int version, int folder, const char *path, struct stat64 *result, int flags);
int __xmknod(int version, const char *path, file_mode mode, device *number);
int __xmknodat(int version, int folder, const char *path, file_mode mode, device *number);
#pragma GCC visibility push(hidden)

int stat(const char *path, struct stat *result) { return __xstat(STAT_VERSION, path, result); }
int lstat(const char *path, struct stat *result) { return __lxstat(STAT_VERSION, path, result); }
int fstat(int file, struct stat *result) { return __fxstat(STAT_VERSION, file, result); }

int fstatat(int folder, const char *path, struct stat *result, int flags)
{
    return __fxstatat(STAT_VERSION, folder, path, result, flags);
}

int stat64(const char *path, struct stat64 *result) { return __xstat64(STAT_VERSION, path, result); }
int lstat64(const char *path, struct stat64 *result) { return __lxstat64(STAT_VERSION, path, result); }
int fstat64(int file, struct stat64 *result) { return __fxstat64(STAT_VERSION, file, result); }

int fstatat64(int folder, const char *path, struct stat64 *result, int flags)
{
    return __fxstatat64(STAT_VERSION, folder, path, result, flags);
}

int mknod(const char *path, file_mode mode, device number)
{
    return __xmknod(MKNOD_VERSION, path, mode, &number);
}

int mknodat(int folder, const char *path, file_mode mode, device number)
{
    return __xmknodat(MKNOD_VERSION, folder, path, mode, &number);
}
