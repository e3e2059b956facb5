/* What macOS grants. Spec: POSIX.1-2017 <limits.h>; sysctl(3) of Darwin. */
#ifndef PACKWHEEL_SYS_SYSLIMITS_H
#define PACKWHEEL_SYS_SYSLIMITS_H

#include <bits/darwin.h>

#if PACKWHEEL_USE_POSIX
#define ARG_MAX (1024 * 1024)
#define CHILD_MAX 266
#define GID_MAX 2147483647U
#define LINK_MAX 32767
#define MAX_CANON 1024
#define MAX_INPUT 1024
#define NAME_MAX 255
#define NGROUPS_MAX 16
#define OPEN_MAX 10240
#define PATH_MAX 1024
#define PIPE_BUF 512
#define BC_BASE_MAX 99
#define BC_DIM_MAX 2048
#define BC_SCALE_MAX 99
#define BC_STRING_MAX 1000
#define CHARCLASS_NAME_MAX 14
#define COLL_WEIGHTS_MAX 2
#define EQUIV_CLASS_MAX 2
#define EXPR_NEST_MAX 32
#define LINE_MAX 2048
#define RE_DUP_MAX 255
#define NZERO 0
#define UID_MAX 2147483647U
#endif

#endif
