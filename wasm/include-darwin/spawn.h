/*
 * Starting programs.
 * Spec: POSIX.1-2017 <spawn.h>; posix_spawn(2) of Darwin.
 */
#ifndef PACKWHEEL_SPAWN_H
#define PACKWHEEL_SPAWN_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <sys/spawn.h>
#define PACKWHEEL_NEED_mode_t
#define PACKWHEEL_NEED_pid_t
#define PACKWHEEL_NEED_sigset_t
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_mach_port_t
#include <bits/typedefs.h>
#endif

PACKWHEEL_BEGIN_C

typedef void *posix_spawnattr_t;
typedef void *posix_spawn_file_actions_t;

int posix_spawn(pid_t *__restrict, const char *__restrict, const posix_spawn_file_actions_t *,
    const posix_spawnattr_t *__restrict, char *const *__restrict, char *const *__restrict);
int posix_spawn_file_actions_addclose(posix_spawn_file_actions_t *, int);
int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *, int, int);
int posix_spawn_file_actions_addopen(posix_spawn_file_actions_t *__restrict, int, const char *__restrict, int, mode_t);
int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *);
int posix_spawn_file_actions_init(posix_spawn_file_actions_t *);
int posix_spawnattr_destroy(posix_spawnattr_t *);
int posix_spawnattr_getflags(const posix_spawnattr_t *__restrict, short *__restrict);
int posix_spawnattr_getpgroup(const posix_spawnattr_t *__restrict, pid_t *__restrict);
int posix_spawnattr_getsigdefault(const posix_spawnattr_t *__restrict, sigset_t *__restrict);
int posix_spawnattr_getsigmask(const posix_spawnattr_t *__restrict, sigset_t *__restrict);
int posix_spawnattr_init(posix_spawnattr_t *);
int posix_spawnattr_setflags(posix_spawnattr_t *, short);
int posix_spawnattr_setpgroup(posix_spawnattr_t *, pid_t);
int posix_spawnattr_setsigdefault(posix_spawnattr_t *__restrict, const sigset_t *__restrict);
int posix_spawnattr_setsigmask(posix_spawnattr_t *__restrict, const sigset_t *__restrict);
int posix_spawnp(pid_t *__restrict, const char *__restrict, const posix_spawn_file_actions_t *,
    const posix_spawnattr_t *__restrict, char *const *__restrict, char *const *__restrict);

#if PACKWHEEL_USE_DARWIN
int posix_spawn_file_actions_addinherit_np(posix_spawn_file_actions_t *, int);
int posix_spawnattr_setauditsessionport_np(posix_spawnattr_t *__restrict, mach_port_t);
int posix_spawnattr_setspecialport_np(posix_spawnattr_t *__restrict, mach_port_t, int);
int posix_spawnattr_setsuidcredport_np(posix_spawnattr_t *__restrict, mach_port_t);
#if PACKWHEEL_MACOS_AT_LEAST(10, 15)
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *__restrict);
int posix_spawn_file_actions_addfchdir_np(posix_spawn_file_actions_t *, int);
#endif
#endif

PACKWHEEL_END_C

#endif
