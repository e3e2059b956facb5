/*
 * Memory that is mapped.
 * Spec: POSIX.1-2017 <sys/mman.h>; mmap(2) of Darwin.
 */
#ifndef PACKWHEEL_SYS_MMAN_H
#define PACKWHEEL_SYS_MMAN_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_mode_t
#define PACKWHEEL_NEED_off_t
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

#define PROT_NONE 0
#define PROT_READ 1
#define PROT_WRITE 2
#define PROT_EXEC 4
#define MAP_SHARED 1
#define MAP_PRIVATE 2
#define MAP_FIXED 0x10
#define MCL_CURRENT 1
#define MCL_FUTURE 2
#define MAP_FAILED ((void *)-1)
#define MS_ASYNC 1
#define MS_INVALIDATE 2
#define MS_SYNC 0x10
#define POSIX_MADV_NORMAL 0
#define POSIX_MADV_RANDOM 1
#define POSIX_MADV_SEQUENTIAL 2
#define POSIX_MADV_WILLNEED 3
#define POSIX_MADV_DONTNEED 4

int mlock(const void *, size_t);
int mlockall(int);
int mprotect(void *, size_t, int);
int msync(void *, size_t, int);
int munlock(const void *, size_t);
int munlockall(void);
int munmap(void *, size_t);
int posix_madvise(void *, size_t, int);
int shm_open(const char *, int, ...);
int shm_unlink(const char *);
void *mmap(void *, size_t, int, int, int, off_t);

#if PACKWHEEL_USE_DARWIN
#ifdef __x86_64__
#define MAP_32BIT 0x8000
#endif
#define MAP_COPY 2
#define MAP_RENAME 0x20
#define MAP_NORESERVE 0x40
#define MAP_RESERVED0080 0x80
#define MAP_NOEXTEND 0x100
#define MAP_HASSEMAPHORE 0x200
#define MAP_NOCACHE 0x400
#define MAP_JIT 0x800
#define MAP_FILE 0
#define MAP_ANON 0x1000
#define MAP_ANONYMOUS 0x1000
#define MAP_RESILIENT_CODESIGN 0x2000
#define MAP_RESILIENT_MEDIA 0x4000
#define MAP_TRANSLATED_ALLOW_EXECUTE 0x20000
#define MAP_UNIX03 0x40000
#define MS_KILLPAGES 4
#define MS_DEACTIVATE 8
#define MADV_NORMAL 0
#define MADV_RANDOM 1
#define MADV_SEQUENTIAL 2
#define MADV_WILLNEED 3
#define MADV_DONTNEED 4
#define MADV_FREE 5
#define MADV_ZERO_WIRED_PAGES 6
#define MADV_FREE_REUSABLE 7
#define MADV_FREE_REUSE 8
#define MADV_CAN_REUSE 9
#define MADV_PAGEOUT 10
#define MINCORE_INCORE 1
#define MINCORE_REFERENCED 2
#define MINCORE_MODIFIED 4
#define MINCORE_REFERENCED_OTHER 8
#define MINCORE_MODIFIED_OTHER 0x10
#define MINCORE_PAGED_OUT 0x20
#define MINCORE_COPIED 0x40
#define MINCORE_ANONYMOUS 0x80

int madvise(void *, size_t, int);
int mincore(const void *, size_t, char *);
int minherit(void *, size_t, int);
#endif

PACKWHEEL_END_C

#endif
