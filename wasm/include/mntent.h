/* <mntent.h>: the table of mounted file systems, as Linux has it. */
#ifndef PACKWHEEL_MNTENT_H
#define PACKWHEEL_MNTENT_H

#include <features.h>
#include <stdio.h>

#if PACKWHEEL_LIBC_GLIBC
#define MNTTAB "/etc/fstab"
#endif
#define MOUNTED "/etc/mtab"

struct mntent {
  char *mnt_fsname;
  char *mnt_dir;
  char *mnt_type;
  char *mnt_opts;
  int mnt_freq;
  int mnt_passno;
};

PACKWHEEL_BEGIN_C

int addmntent(FILE *__restrict, const struct mntent *__restrict);
int endmntent(FILE *);
struct mntent *getmntent(FILE *);
struct mntent *getmntent_r(FILE *__restrict, struct mntent *__restrict, char *__restrict, int);
char *hasmntopt(const struct mntent *, const char *);
FILE *setmntent(const char *, const char *);

PACKWHEEL_END_C

#endif
