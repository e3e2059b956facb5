/*
 * Options of a command line.
 * Spec: getopt_long(3) of Darwin.
 */
#ifndef PACKWHEEL_GETOPT_H
#define PACKWHEEL_GETOPT_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <unistd.h>
#define PACKWHEEL_NEED_gid_t
#define PACKWHEEL_NEED_off_t
#define PACKWHEEL_NEED_pid_t
#define PACKWHEEL_NEED_ssize_t
#define PACKWHEEL_NEED_uid_t
#define PACKWHEEL_NEED_useconds_t
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_dev_t
#define PACKWHEEL_NEED_mode_t
#define PACKWHEEL_NEED_sigset_t
#define PACKWHEEL_NEED_suseconds_t
#define PACKWHEEL_NEED_time_t
#define PACKWHEEL_NEED_timespec
#define PACKWHEEL_NEED_timeval
#define PACKWHEEL_NEED_uuid_t
#include <bits/typedefs.h>
#endif
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

#define no_argument 0
#define required_argument 1
#define optional_argument 2

struct option {
  const char *name;
  int has_arg;
  int *flag;
  int val;
};

extern char *optarg;
extern int optind;
extern int opterr;
extern int optopt;
extern int optreset;
int getopt_long(int, char *const *, const char *, const struct option *, int *);
int getopt_long_only(int, char *const *, const char *, const struct option *, int *);

PACKWHEEL_END_C

#endif
