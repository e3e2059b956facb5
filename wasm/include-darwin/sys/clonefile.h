/*
 * Copies of files that share their contents.
 * Spec: clonefile(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_CLONEFILE_H
#define PACKWHEEL_SYS_CLONEFILE_H

#include <bits/darwin.h>
#include <stdint.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

#define CLONE_NOFOLLOW 1
#define CLONE_NOOWNERCOPY 2

int clonefile(const char *, const char *, __uint32_t);
int clonefileat(int, const char *, int, const char *, __uint32_t);
int fclonefileat(int, int, const char *, __uint32_t);

PACKWHEEL_END_C

#endif
