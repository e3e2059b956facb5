/*
 * Groups of users.
 * Spec: POSIX.1-2017 <grp.h>.
 */
#ifndef PACKWHEEL_GRP_H
#define PACKWHEEL_GRP_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_gid_t
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_uuid_t
#include <bits/typedefs.h>
#endif
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

struct group {
  char *gr_name;
  char *gr_passwd;
  gid_t gr_gid;
  char **gr_mem;
};

int getgrgid_r(gid_t, struct group *, char *, size_t, struct group **);
int getgrnam_r(const char *, struct group *, char *, size_t, struct group **);
int setgroupent(int);
struct group *getgrent(void);
struct group *getgrgid(gid_t);
struct group *getgrnam(const char *);
void endgrent(void);
void setgrent(void);

#if PACKWHEEL_USE_DARWIN
#define _PATH_GROUP "/etc/group"

char *group_from_gid(gid_t, int);
int getgruuid_r(unsigned char *, struct group *, char *, size_t, struct group **);
struct group *getgruuid(unsigned char *);
#endif

PACKWHEEL_END_C

#endif
