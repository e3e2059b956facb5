/* <sys/file.h>: flock(). */
#ifndef PACKWHEEL_SYS_FILE_H
#define PACKWHEEL_SYS_FILE_H

#include <features.h>
#include <fcntl.h>

#ifndef LOCK_SH
#define LOCK_SH 1
#define LOCK_EX 2
#define LOCK_NB 4
#define LOCK_UN 8
#endif
#ifndef L_SET
#define L_SET 0
#define L_INCR 1
#define L_XTND 2
#endif

PACKWHEEL_BEGIN_C

int flock(int, int);

PACKWHEEL_END_C

#endif
