/* <pwd.h>: users, POSIX.1-2017. */
#ifndef PACKWHEEL_PWD_H
#define PACKWHEEL_PWD_H

#include <features.h>
#define PACKWHEEL_NEED_uid_t 1
#define PACKWHEEL_NEED_gid_t 1
#include <bits/typedefs.h>
#define __need_size_t
#include <stddef.h>
#include <stdio.h>

struct passwd {
  char *pw_name;
  char *pw_passwd;
  uid_t pw_uid;
  gid_t pw_gid;
  char *pw_gecos;
  char *pw_dir;
  char *pw_shell;
};

PACKWHEEL_BEGIN_C

void endpwent(void);
struct passwd *fgetpwent(FILE *);
struct passwd *getpwent(void);
struct passwd *getpwnam(const char *);
int getpwnam_r(const char *__restrict, struct passwd *__restrict, char *__restrict, size_t, struct passwd **__restrict);
struct passwd *getpwuid(uid_t);
int getpwuid_r(uid_t, struct passwd *__restrict, char *__restrict, size_t, struct passwd **__restrict);
int putpwent(const struct passwd *__restrict, FILE *__restrict);
void setpwent(void);

PACKWHEEL_END_C

#endif
