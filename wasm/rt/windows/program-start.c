/* Where a program begins: arguments and environment are the C runtime's to find. */
#include "hooks.h"

enum { ARGUMENTS_UNEXPANDED = 1, CONSOLE_PROGRAM = 1 };

hook *packwheel_run_at_exit;

#pragma GCC visibility pop
int main(int, char **, char **);
int _configure_narrow_argv(int);
int _initialize_narrow_environment(void);
void _set_app_type(int);
int *__p___argc(void);
char ***__p___argv(void);
char ***__p__environ(void);
int _crt_atexit(hook *);
__attribute__((noreturn)) void exit(int);
#pragma GCC visibility push(hidden)

/* Compilers put a call of this before the rest of `main`, for systems where nothing else runs constructors. */
void __main(void)
{
}

static void finish(void)
{
    run_at_end();
}

__attribute__((force_align_arg_pointer)) int mainCRTStartup(void)
{
    _set_app_type(CONSOLE_PROGRAM);
    _configure_narrow_argv(ARGUMENTS_UNEXPANDED);
    _initialize_narrow_environment();
    _crt_atexit(finish);
    run_constructors();
    exit(main(*__p___argc(), *__p___argv(), *__p__environ()));
}
