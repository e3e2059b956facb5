/* <grp.h>: groups of users, POSIX.1-2017. */
#ifndef PACKWHEEL_GRP_H
#define PACKWHEEL_GRP_H

#include <features.h>
#define PACKWHEEL_NEED_gid_t 1
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>
#include <stdio.h>

struct group {
  char *gr_name;
  char *gr_passwd;
  gid_t gr_gid;
  char **gr_mem;
};

PACKWHEEL_BEGIN_C

void endgrent(void);
struct group *fgetgrent(FILE *);
struct group *getgrent(void);
struct group *getgrgid(gid_t);
int getgrgid_r(gid_t, struct group *__restrict, char *__restrict, size_t, struct group **__restrict);
struct group *getgrnam(const char *);
int getgrnam_r(const char *__restrict, struct group *__restrict, char *__restrict, size_t, struct group **__restrict);
int getgrouplist(const char *, gid_t, gid_t *, int *);
int initgroups(const char *, gid_t);
int setgroups(size_t, const gid_t *);
void setgrent(void);

PACKWHEEL_END_C

#endif
