/*
 * Waiting for events.
 * Spec: kqueue(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_EVENT_H
#define PACKWHEEL_SYS_EVENT_H

#include <bits/darwin.h>
#include <machine/types.h>
#include <sys/cdefs.h>
#include <stdint.h>
#include <sys/types.h>

PACKWHEEL_BEGIN_C

struct timespec;

#define EV_SET(event, a, b, c, d, e, f) \
  do { \
    struct kevent *__event = (event); \
    __event->ident = (a); \
    __event->filter = (b); \
    __event->flags = (c); \
    __event->fflags = (d); \
    __event->data = (e); \
    __event->udata = (f); \
  } while (0)
#define EV_SET64(event, a, b, c, d, e, f, g, h) \
  do { \
    struct kevent64_s *__event = (event); \
    __event->ident = (a); \
    __event->filter = (b); \
    __event->flags = (c); \
    __event->fflags = (d); \
    __event->data = (e); \
    __event->udata = (f); \
    __event->ext[0] = (g); \
    __event->ext[1] = (h); \
  } while (0)

#define EVFILT_READ (-1)
#define EVFILT_WRITE (-2)
#define EVFILT_AIO (-3)
#define EVFILT_VNODE (-4)
#define EVFILT_PROC (-5)
#define EVFILT_SIGNAL (-6)
#define EVFILT_TIMER (-7)
#define EVFILT_MACHPORT (-8)
#define EVFILT_FS (-9)
#define EVFILT_USER (-10)
#define EVFILT_VM (-12)
#define EVFILT_EXCEPT (-15)
#define EVFILT_SYSCOUNT 17
#define EVFILT_THREADMARKER 17
#define KEVENT_FLAG_NONE 0
#define KEVENT_FLAG_IMMEDIATE 1
#define KEVENT_FLAG_ERROR_EVENTS 2
#define EV_ADD 1
#define EV_DELETE 2
#define EV_ENABLE 4
#define EV_DISABLE 8
#define EV_ONESHOT 0x10
#define EV_CLEAR 0x20
#define EV_RECEIPT 0x40
#define EV_DISPATCH 0x80
#define EV_UDATA_SPECIFIC 0x100
#define EV_DISPATCH2 384
#define EV_VANISHED 0x200
#define EV_SYSFLAGS 0xf000
#define EV_FLAG0 0x1000
#define EV_FLAG1 0x2000
#define EV_EOF 0x8000
#define EV_ERROR 0x4000
#define EV_POLL 0x1000
#define EV_OOBAND 0x2000
#define NOTE_TRIGGER 0x1000000
#define NOTE_FFNOP 0
#define NOTE_FFAND 0x40000000
#define NOTE_FFOR 0x80000000
#define NOTE_FFCOPY 0xc0000000
#define NOTE_FFCTRLMASK 0xc0000000
#define NOTE_FFLAGSMASK 0xffffff
#define NOTE_LOWAT 1
#define NOTE_OOB 2
#define NOTE_DELETE 1
#define NOTE_WRITE 2
#define NOTE_EXTEND 4
#define NOTE_ATTRIB 8
#define NOTE_LINK 0x10
#define NOTE_RENAME 0x20
#define NOTE_REVOKE 0x40
#define NOTE_NONE 0x80
#define NOTE_FUNLOCK 0x100
#define NOTE_EXIT 0x80000000
#define NOTE_FORK 0x40000000
#define NOTE_EXEC 0x20000000
#define NOTE_REAP 0x10000000
#define NOTE_SIGNAL 0x8000000
#define NOTE_EXITSTATUS 0x4000000
#define NOTE_EXIT_DETAIL 0x2000000
#define NOTE_PDATAMASK 0xfffff
#define NOTE_PCTRLMASK (-1048576)
#define NOTE_EXIT_REPARENTED 0x80000
#define NOTE_EXIT_DETAIL_MASK 0x70000
#define NOTE_EXIT_DECRYPTFAIL 0x10000
#define NOTE_EXIT_MEMORY 0x20000
#define NOTE_EXIT_CSERROR 0x40000
#define NOTE_VM_PRESSURE 0x80000000
#define NOTE_VM_PRESSURE_TERMINATE 0x40000000
#define NOTE_VM_PRESSURE_SUDDEN_TERMINATE 0x20000000
#define NOTE_VM_ERROR 0x10000000
#define NOTE_SECONDS 1
#define NOTE_USECONDS 2
#define NOTE_NSECONDS 4
#define NOTE_ABSOLUTE 8
#define NOTE_LEEWAY 0x10
#define NOTE_CRITICAL 0x20
#define NOTE_BACKGROUND 0x40
#define NOTE_MACH_CONTINUOUS_TIME 0x80
#define NOTE_MACHTIME 0x100
#define NOTE_TRACK 1
#define NOTE_TRACKERR 2
#define NOTE_CHILD 4

enum {
  eNoteReapDeprecated = 268435456
};
enum {
  eNoteExitReparentedDeprecated = 524288
};
#pragma pack(push, 4)
struct kevent {
  uintptr_t ident;
  __int16_t filter;
  __uint16_t flags;
  __uint32_t fflags;
  intptr_t data;
  void *udata;
};
#pragma pack(pop)
struct kevent64_s {
  __uint64_t ident;
  __int16_t filter;
  __uint16_t flags;
  __uint32_t fflags;
  __int64_t data;
  __uint64_t udata;
  __uint64_t ext[2];
};

int kevent(int, const struct kevent *, int, struct kevent *, int, const struct timespec *);
int kevent64(int, const struct kevent64_s *, int, struct kevent64_s *, int, unsigned int, const struct timespec *);
int kqueue(void);

PACKWHEEL_END_C

#endif
