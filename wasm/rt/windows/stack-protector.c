/* `-fstack-protector`: a value that functions find changed when their arrays were overrun. */
#include "../builtins/rt.h"

#pragma GCC visibility pop
__attribute__((noreturn)) void abort(void);
#pragma GCC visibility push(hidden)

/* The loader puts a DLL at a random place. */
void *__stack_chk_guard = &__stack_chk_guard;

__attribute__((noreturn)) void __stack_chk_fail(void)
{
    abort();
}
