/* <sys/mman.h>: memory management, POSIX.1-2017. */
#ifndef PACKWHEEL_SYS_MMAN_H
#define PACKWHEEL_SYS_MMAN_H

#include <features.h>
#define PACKWHEEL_NEED_off_t 1
#define PACKWHEEL_NEED_mode_t 1
#if PACKWHEEL_USE_LARGEFILE64
#define PACKWHEEL_NEED_off64_t 1
#endif
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>

#define MADV_NORMAL 0
#define MADV_RANDOM 1
#define MADV_SEQUENTIAL 2
#define MADV_WILLNEED 3
#define MADV_DONTNEED 4
#define MADV_FREE 8
#define MADV_REMOVE 9
#define MADV_DONTFORK 10
#define MADV_DOFORK 11
#define MADV_MERGEABLE 12
#define MADV_UNMERGEABLE 13
#define MADV_HUGEPAGE 14
#define MADV_NOHUGEPAGE 15
#define MADV_DONTDUMP 16
#define MADV_DODUMP 17
#define MADV_WIPEONFORK 18
#define MADV_KEEPONFORK 19
#define MADV_COLD 20
#define MADV_PAGEOUT 21
#define MADV_HWPOISON 100
#define MAP_FILE 0
#define MAP_SHARED 1
#define MAP_PRIVATE 2
#define MAP_SHARED_VALIDATE 3
#define MAP_TYPE 15
#define MAP_FIXED 16
#define MAP_HUGE_SHIFT 26
#define MAP_ANON 32
#define MAP_ANONYMOUS 32
#define MAP_HUGE_MASK 63
#define MAP_GROWSDOWN 0x100
#define MAP_DENYWRITE 0x800
#define MAP_EXECUTABLE 0x1000
#define MAP_POPULATE 0x8000
#define MAP_NONBLOCK 0x10000
#define MAP_STACK 0x20000
#define MAP_HUGETLB 0x40000
#define MAP_SYNC 0x80000
#define MAP_FIXED_NOREPLACE 0x100000
#define MS_ASYNC 1
#define MS_INVALIDATE 2
#define MS_SYNC 4
#define POSIX_MADV_NORMAL 0
#define POSIX_MADV_RANDOM 1
#define POSIX_MADV_SEQUENTIAL 2
#define POSIX_MADV_WILLNEED 3
#define POSIX_MADV_DONTNEED 4
#define PROT_NONE 0
#define PROT_READ 1
#define PROT_WRITE 2
#define PROT_EXEC 4
#define PROT_GROWSDOWN 0x1000000
#define PROT_GROWSUP 0x2000000
#if PACKWHEEL_MACHINE_PPC64LE
#define MAP_NORESERVE 0x40
#define MAP_LOCKED 0x80
#define MCL_CURRENT 0x2000
#define MCL_FUTURE 0x4000
#define MCL_ONFAULT 0x8000
#else
#define MAP_NORESERVE 0x4000
#define MAP_LOCKED 0x2000
#define MCL_CURRENT 1
#define MCL_FUTURE 2
#define MCL_ONFAULT 4
#endif
#if PACKWHEEL_LIBC_GLIBC || (PACKWHEEL_LIBC_MUSL && PACKWHEEL_MACHINE_RISCV64)
#define MADV_POPULATE_READ 22
#define MADV_POPULATE_WRITE 23
#define MADV_DONTNEED_LOCKED 24
#endif
#if PACKWHEEL_LIBC_MUSL
#define MADV_SOFT_OFFLINE 101
#endif
#if PACKWHEEL_MACHINE_X86_64 || PACKWHEEL_MACHINE_I686
#define MAP_32BIT 0x40
#endif
#if PACKWHEEL_MACHINE_PPC64LE
#define PROT_SAO 16
#endif
#define MAP_FAILED ((void *)-1)

#if PACKWHEEL_USE_GNU
#define MFD_CLOEXEC 1
#define MFD_ALLOW_SEALING 2
#define MFD_HUGETLB 4
#define MLOCK_ONFAULT 1
#define MREMAP_MAYMOVE 1
#define MREMAP_FIXED 2
#define MREMAP_DONTUNMAP 4
#if PACKWHEEL_LIBC_GLIBC
#define PKEY_DISABLE_ACCESS 1
#define PKEY_DISABLE_WRITE 2
#endif
#endif

PACKWHEEL_BEGIN_C

int madvise(void *, size_t, int);
int mincore(void *, size_t, unsigned char *);
int mlock(const void *, size_t);
int mlockall(int);
void *mmap(void *, size_t, int, int, int, off_t) PACKWHEEL_OFFSET64("mmap64");
int mprotect(void *, size_t, int);
int msync(void *, size_t, int);
int munlock(const void *, size_t);
int munlockall(void);
int munmap(void *, size_t);
int posix_madvise(void *, size_t, int);
int shm_open(const char *, int, mode_t);
int shm_unlink(const char *);

#if PACKWHEEL_USE_GNU
void *mremap(void *, size_t, size_t, int, ...);
int remap_file_pages(void *, size_t, int, size_t, int);
#if PACKWHEEL_GLIBC_AT_LEAST(27)
int memfd_create(const char *, unsigned int);
int mlock2(const void *, size_t, unsigned int);
#if PACKWHEEL_LIBC_GLIBC
int pkey_alloc(unsigned int, unsigned int);
int pkey_free(int);
int pkey_get(int);
int pkey_mprotect(void *, size_t, int, int);
int pkey_set(int, unsigned int);
#endif
#endif
#endif

#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_LIBC_GLIBC
void *mmap64(void *, size_t, int, int, int, off64_t);
#else
#define mmap64 mmap
#endif
#endif

PACKWHEEL_END_C

#endif
