/*
 * An entry of a folder, and its kind.
 * Spec: POSIX.1-2017 <dirent.h>; dir(5) of Darwin.
 */
#ifndef PACKWHEEL_SYS_DIRENT_H
#define PACKWHEEL_SYS_DIRENT_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_ino_t
#include <bits/typedefs.h>

#define __DARWIN_MAXNAMLEN 255
#define __DARWIN_MAXPATHLEN 0x400

struct dirent {
  __uint64_t d_ino;
  __uint64_t d_seekoff;
  __uint16_t d_reclen;
  __uint16_t d_namlen;
  __uint8_t d_type;
  char d_name[1024];
};

#if PACKWHEEL_USE_DARWIN
#define IFTODT(mode) (((mode)&0170000) >> 12)
#define DTTOIF(type) ((type) << 12)
#define d_fileno d_ino
#define MAXNAMLEN 255
#define DT_UNKNOWN 0
#define DT_FIFO 1
#define DT_CHR 2
#define DT_DIR 4
#define DT_BLK 6
#define DT_REG 8
#define DT_LNK 10
#define DT_SOCK 12
#define DT_WHT 14

#endif

#endif
