/* <sys/dir.h>: another name of <dirent.h>. */
#ifndef PACKWHEEL_SYS_DIR_H
#define PACKWHEEL_SYS_DIR_H

#include <features.h>
#include <dirent.h>

#define direct dirent

#endif
