/*
 * What a program was started with.
 * Spec: the dynamic loader of Darwin.
 */
#ifndef PACKWHEEL_CRT_EXTERNS_H
#define PACKWHEEL_CRT_EXTERNS_H

#include <bits/darwin.h>
#include <sys/cdefs.h>

PACKWHEEL_BEGIN_C

struct mach_header_64;

char ***_NSGetArgv(void);
char ***_NSGetEnviron(void);
char **_NSGetProgname(void);
int *_NSGetArgc(void);
struct mach_header_64 *_NSGetMachExecuteHeader(void);

PACKWHEEL_END_C

#endif
