/* Processes and threads of the C runtime. */
#ifndef _PROCESS_H
#define _PROCESS_H

#include <corecrt.h>

#define _P_WAIT 0
#define _P_NOWAIT 1
#define _P_OVERLAY 2
#define _P_NOWAITO 3
#define _P_DETACH 4
#define _WAIT_CHILD 0
#define _WAIT_GRANDCHILD 1

typedef void(__cdecl *_beginthread_proc_type)(void *);
typedef unsigned(__stdcall *_beginthreadex_proc_type)(void *);

__PACKWHEEL_BEGIN

void abort(void) __PACKWHEEL_NORETURN;
void exit(int) __PACKWHEEL_NORETURN;
void _exit(int) __PACKWHEEL_NORETURN;
void quick_exit(int) __PACKWHEEL_NORETURN;
void _Exit(int) __PACKWHEEL_NORETURN;
void _cexit(void);
void _c_exit(void);
int _getpid(void);
int system(const char *);

uintptr_t _beginthread(_beginthread_proc_type, unsigned, void *);
uintptr_t _beginthreadex(void *, unsigned, _beginthreadex_proc_type, void *, unsigned, unsigned *);
void _endthread(void);
void _endthreadex(unsigned);

intptr_t _cwait(int *, intptr_t, int);
intptr_t _execl(const char *, const char *, ...);
intptr_t _execle(const char *, const char *, ...);
intptr_t _execlp(const char *, const char *, ...);
intptr_t _execlpe(const char *, const char *, ...);
intptr_t _execv(const char *, const char *const *);
intptr_t _execve(const char *, const char *const *, const char *const *);
intptr_t _execvp(const char *, const char *const *);
intptr_t _execvpe(const char *, const char *const *, const char *const *);
intptr_t _spawnl(int, const char *, const char *, ...);
intptr_t _spawnle(int, const char *, const char *, ...);
intptr_t _spawnlp(int, const char *, const char *, ...);
intptr_t _spawnv(int, const char *, const char *const *);
intptr_t _spawnve(int, const char *, const char *const *, const char *const *);
intptr_t _spawnvp(int, const char *, const char *const *);
intptr_t _spawnvpe(int, const char *, const char *const *, const char *const *);
intptr_t _wspawnv(int, const wchar_t *, const wchar_t *const *);
intptr_t _wspawnve(int, const wchar_t *, const wchar_t *const *, const wchar_t *const *);
intptr_t _wexecv(const wchar_t *, const wchar_t *const *);

#ifndef __STRICT_ANSI__
#define P_WAIT _P_WAIT
#define P_NOWAIT _P_NOWAIT
#define P_OVERLAY _P_OVERLAY
#define P_DETACH _P_DETACH
int getpid(void);
intptr_t execv(const char *, const char *const *);
intptr_t execve(const char *, const char *const *, const char *const *);
intptr_t execvp(const char *, const char *const *);
intptr_t spawnv(int, const char *, const char *const *);
intptr_t spawnve(int, const char *, const char *const *, const char *const *);
intptr_t spawnvp(int, const char *, const char *const *);
#endif

__PACKWHEEL_END

#endif
