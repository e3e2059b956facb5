/* <dirent.h>: the entries of a folder, POSIX.1-2017. */
#ifndef PACKWHEEL_DIRENT_H
#define PACKWHEEL_DIRENT_H

#include <features.h>
#define PACKWHEEL_NEED_ssize_t 1
#define PACKWHEEL_NEED_off_t 1
#define PACKWHEEL_NEED_ino_t 1
#if PACKWHEEL_USE_LARGEFILE64
#define PACKWHEEL_NEED_off64_t 1
#define PACKWHEEL_NEED_ino64_t 1
#endif
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>
#include <bits/null.h>

#define DT_UNKNOWN 0
#define DT_FIFO 1
#define DT_CHR 2
#define DT_DIR 4
#define DT_BLK 6
#define DT_REG 8
#define DT_LNK 10
#define DT_SOCK 12
#define DT_WHT 14
#define DTTOIF(type) ((type) << 12)
#define IFTODT(mode) (((mode) >> 12) & 15)

typedef struct __dirstream DIR;

struct dirent {
  ino_t d_ino;
  off_t d_off;
  unsigned short d_reclen;
  unsigned char d_type;
  char d_name[256];
};
#define d_fileno d_ino
#define _DIRENT_HAVE_D_RECLEN 1
#define _DIRENT_HAVE_D_OFF 1
#define _DIRENT_HAVE_D_TYPE 1

PACKWHEEL_BEGIN_C

int alphasort(const struct dirent **, const struct dirent **) PACKWHEEL_OFFSET64("alphasort64");
int closedir(DIR *);
int dirfd(DIR *);
DIR *fdopendir(int);
DIR *opendir(const char *);
struct dirent *readdir(DIR *) PACKWHEEL_OFFSET64("readdir64");
int readdir_r(DIR *__restrict, struct dirent *__restrict, struct dirent **__restrict) PACKWHEEL_OFFSET64("readdir64_r");
void rewinddir(DIR *);
int scandir(const char *__restrict, struct dirent ***__restrict, int (*)(const struct dirent *),
            int (*)(const struct dirent **, const struct dirent **)) PACKWHEEL_OFFSET64("scandir64");
void seekdir(DIR *, long);
long telldir(DIR *);
#if PACKWHEEL_USE_GNU
int versionsort(const struct dirent **, const struct dirent **) PACKWHEEL_OFFSET64("versionsort64");
#if PACKWHEEL_LIBC_GLIBC
int scandirat(int, const char *__restrict, struct dirent ***__restrict, int (*)(const struct dirent *),
              int (*)(const struct dirent **, const struct dirent **)) PACKWHEEL_OFFSET64("scandirat64");
#endif
#endif
#if PACKWHEEL_LIBC_GLIBC && PACKWHEEL_USE_GNU && PACKWHEEL_GLIBC_AT_LEAST(30)
ssize_t getdents64(int, void *, size_t);
#endif
#if PACKWHEEL_LIBC_MUSL
int getdents(int, struct dirent *, size_t);
#endif

#if PACKWHEEL_USE_LARGEFILE64
#if PACKWHEEL_LIBC_GLIBC
struct dirent64 {
  ino64_t d_ino;
  off64_t d_off;
  unsigned short d_reclen;
  unsigned char d_type;
  char d_name[256];
};
int alphasort64(const struct dirent64 **, const struct dirent64 **);
struct dirent64 *readdir64(DIR *);
int readdir64_r(DIR *__restrict, struct dirent64 *__restrict, struct dirent64 **__restrict);
int scandir64(const char *__restrict, struct dirent64 ***__restrict, int (*)(const struct dirent64 *),
              int (*)(const struct dirent64 **, const struct dirent64 **));
#else
#define dirent64 dirent
#define alphasort64 alphasort
#define readdir64 readdir
#define readdir64_r readdir_r
#define scandir64 scandir
#define versionsort64 versionsort
#endif
#endif

PACKWHEEL_END_C

#endif
