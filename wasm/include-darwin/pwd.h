/*
 * Users.
 * Spec: POSIX.1-2017 <pwd.h>.
 */
#ifndef PACKWHEEL_PWD_H
#define PACKWHEEL_PWD_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#define PACKWHEEL_NEED_gid_t
#define PACKWHEEL_NEED_uid_t
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_uuid_t
#include <bits/typedefs.h>
#endif
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

struct passwd {
  char *pw_name;
  char *pw_passwd;
  uid_t pw_uid;
  gid_t pw_gid;
  __darwin_time_t pw_change;
  char *pw_class;
  char *pw_gecos;
  char *pw_dir;
  char *pw_shell;
  __darwin_time_t pw_expire;
};

int getpwnam_r(const char *, struct passwd *, char *, size_t, struct passwd **);
int getpwuid_r(uid_t, struct passwd *, char *, size_t, struct passwd **);
struct passwd *getpwent(void);
struct passwd *getpwnam(const char *);
struct passwd *getpwuid(uid_t);
void endpwent(void);
void setpwent(void);

#if PACKWHEEL_USE_DARWIN
#define _PATH_PWD "/etc"
#define _PATH_PASSWD "/etc/passwd"
#define _PASSWD "passwd"
#define _PATH_MASTERPASSWD "/etc/master.passwd"
#define _PATH_MASTERPASSWD_LOCK "/etc/ptmp"
#define _MASTERPASSWD "master.passwd"
#define _PATH_MP_DB "/etc/pwd.db"
#define _MP_DB "pwd.db"
#define _PATH_SMP_DB "/etc/spwd.db"
#define _SMP_DB "spwd.db"
#define _PATH_PWD_MKDB "/usr/sbin/pwd_mkdb"
#define _PASSWORD_LEN 0x80
#define _PASSWORD_WARNDAYS 14
#define _PASSWORD_CHGNOW (-1)

char *user_from_uid(uid_t, int);
int getpwuuid_r(unsigned char *, struct passwd *, char *, size_t, struct passwd **);
int setpassent(int);
struct passwd *getpwuuid(unsigned char *);
#endif

PACKWHEEL_END_C

#endif
