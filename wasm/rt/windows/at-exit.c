/*
 * `atexit` of a DLL or program. Each has a list of its own, so that a DLL that goes before the process does takes its
 * functions with it.
 */
#include "hooks.h"

typedef int exit_function(void);

struct exit_table {
    exit_function **first;
    exit_function **last;
    exit_function **end;
};

#pragma GCC visibility pop
int _initialize_onexit_table(struct exit_table *);
int _register_onexit_function(struct exit_table *, exit_function *);
int _execute_onexit_table(struct exit_table *);
#pragma GCC visibility push(hidden)

static struct exit_table table;

static void run_table(void)
{
    _execute_onexit_table(&table);
}

exit_function *_onexit(exit_function *function)
{
    if (packwheel_run_at_exit == 0) {
        _initialize_onexit_table(&table);
        packwheel_run_at_exit = run_table;
    }
    return _register_onexit_function(&table, function) == 0 ? function : 0;
}

int atexit(hook *function)
{
    return _onexit((exit_function *)function) == 0 ? -1 : 0;
}
