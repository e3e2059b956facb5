/* <sys/vfs.h>: the old name of <sys/statfs.h>. */
#ifndef PACKWHEEL_SYS_VFS_H
#define PACKWHEEL_SYS_VFS_H

#include <features.h>
#include <sys/statfs.h>

#endif
