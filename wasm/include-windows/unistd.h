/*
 * No header of Windows: sources that are written for MinGW include it all the same. It names what the C runtime has, and
 * nothing else of POSIX.
 */
#ifndef _UNISTD_H
#define _UNISTD_H

#include <direct.h>
#include <io.h>
#include <process.h>

#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2

#ifndef SEEK_SET
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#endif

#endif
