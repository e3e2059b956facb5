/* <sys/inotify.h>: changes of files, as Linux tells them. */
#ifndef PACKWHEEL_SYS_INOTIFY_H
#define PACKWHEEL_SYS_INOTIFY_H

#include <features.h>
#define PACKWHEEL_NEED_uint32_t 1
#include <bits/typedefs.h>

#define IN_ACCESS 1
#define IN_MODIFY 2
#define IN_ATTRIB 4
#define IN_CLOSE_WRITE 8
#define IN_CLOSE_NOWRITE 16
#define IN_CLOSE 24
#define IN_OPEN 32
#define IN_MOVED_FROM 0x40
#define IN_MOVED_TO 0x80
#define IN_MOVE 0xc0
#define IN_CREATE 0x100
#define IN_DELETE 0x200
#define IN_DELETE_SELF 0x400
#define IN_MOVE_SELF 0x800
#define IN_NONBLOCK 0x800
#define IN_ALL_EVENTS 4095
#define IN_UNMOUNT 0x2000
#define IN_Q_OVERFLOW 0x4000
#define IN_IGNORED 0x8000
#define IN_CLOEXEC 0x80000
#define IN_ONLYDIR 0x1000000
#define IN_DONT_FOLLOW 0x2000000
#define IN_EXCL_UNLINK 0x4000000
#define IN_MASK_CREATE 0x10000000
#define IN_MASK_ADD 0x20000000
#define IN_ISDIR 0x40000000
#define IN_ONESHOT 0x80000000

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc99-extensions"
#endif
struct inotify_event {
  int wd;
  uint32_t mask;
  uint32_t cookie;
  uint32_t len;
  __extension__ char name[];
};
#ifdef __clang__
#pragma clang diagnostic pop
#endif

PACKWHEEL_BEGIN_C

int inotify_add_watch(int, const char *, uint32_t);
int inotify_init(void);
int inotify_init1(int);
int inotify_rm_watch(int, int);

PACKWHEEL_END_C

#endif
