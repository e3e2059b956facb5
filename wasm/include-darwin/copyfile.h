/*
 * Copies of files with all that belongs to them.
 * Spec: copyfile(3) of Darwin.
 */
#ifndef PACKWHEEL_COPYFILE_H
#define PACKWHEEL_COPYFILE_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <stdint.h>

PACKWHEEL_BEGIN_C

#define COPYFILE_STATE_SRC_FD 1
#define COPYFILE_STATE_SRC_FILENAME 2
#define COPYFILE_STATE_DST_FD 3
#define COPYFILE_STATE_DST_FILENAME 4
#define COPYFILE_STATE_QUARANTINE 5
#define COPYFILE_STATE_STATUS_CB 6
#define COPYFILE_STATE_STATUS_CTX 7
#define COPYFILE_STATE_COPIED 8
#define COPYFILE_STATE_XATTRNAME 9
#define COPYFILE_STATE_WAS_CLONED 10
#define COPYFILE_DISABLE_VAR "COPYFILE_DISABLE"
#define COPYFILE_ACL 1
#define COPYFILE_STAT 2
#define COPYFILE_XATTR 4
#define COPYFILE_DATA 8
#define COPYFILE_SECURITY 3
#define COPYFILE_METADATA 7
#define COPYFILE_ALL 15
#define COPYFILE_RECURSIVE 0x8000
#define COPYFILE_CHECK 0x10000
#define COPYFILE_EXCL 0x20000
#define COPYFILE_NOFOLLOW_SRC 0x40000
#define COPYFILE_NOFOLLOW_DST 0x80000
#define COPYFILE_MOVE 0x100000
#define COPYFILE_UNLINK 0x200000
#define COPYFILE_NOFOLLOW 0xc0000
#define COPYFILE_PACK 0x400000
#define COPYFILE_UNPACK 0x800000
#define COPYFILE_CLONE 0x1000000
#define COPYFILE_CLONE_FORCE 0x2000000
#define COPYFILE_RUN_IN_PLACE 0x4000000
#define COPYFILE_DATA_SPARSE 0x8000000
#define COPYFILE_PRESERVE_DST_TRACKED 0x10000000
#define COPYFILE_VERBOSE 0x40000000
#define COPYFILE_RECURSE_ERROR 0
#define COPYFILE_RECURSE_FILE 1
#define COPYFILE_RECURSE_DIR 2
#define COPYFILE_RECURSE_DIR_CLEANUP 3
#define COPYFILE_COPY_DATA 4
#define COPYFILE_COPY_XATTR 5
#define COPYFILE_START 1
#define COPYFILE_FINISH 2
#define COPYFILE_ERR 3
#define COPYFILE_PROGRESS 4
#define COPYFILE_CONTINUE 0
#define COPYFILE_SKIP 1
#define COPYFILE_QUIT 2

typedef struct _copyfile_state *copyfile_state_t;
typedef __uint32_t copyfile_flags_t;
typedef int (*copyfile_callback_t)(int, int, copyfile_state_t, const char *, const char *, void *);

copyfile_state_t copyfile_state_alloc(void);
int copyfile(const char *, const char *, copyfile_state_t, copyfile_flags_t);
int copyfile_state_free(copyfile_state_t);
int copyfile_state_get(copyfile_state_t, __uint32_t, void *);
int copyfile_state_set(copyfile_state_t, __uint32_t, const void *);
int fcopyfile(int, int, copyfile_state_t, copyfile_flags_t);

PACKWHEEL_END_C

#endif
