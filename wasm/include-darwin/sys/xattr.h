/*
 * Further properties of files.
 * Spec: getxattr(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_XATTR_H
#define PACKWHEEL_SYS_XATTR_H

#include <bits/darwin.h>
#include <sys/types.h>

PACKWHEEL_BEGIN_C

#define XATTR_NOFOLLOW 1
#define XATTR_CREATE 2
#define XATTR_REPLACE 4
#define XATTR_NOSECURITY 8
#define XATTR_NODEFAULT 0x10
#define XATTR_SHOWCOMPRESSION 0x20
#define XATTR_MAXNAMELEN 127
#define XATTR_FINDERINFO_NAME "com.apple.FinderInfo"
#define XATTR_RESOURCEFORK_NAME "com.apple.ResourceFork"

int fremovexattr(int, const char *, int);
int fsetxattr(int, const char *, const void *, size_t, __uint32_t, int);
int removexattr(const char *, const char *, int);
int setxattr(const char *, const char *, const void *, size_t, __uint32_t, int);
ssize_t fgetxattr(int, const char *, void *, size_t, __uint32_t, int);
ssize_t flistxattr(int, char *, size_t, int);
ssize_t getxattr(const char *, const char *, void *, size_t, __uint32_t, int);
ssize_t listxattr(const char *, char *, size_t, int);

PACKWHEEL_END_C

#endif
