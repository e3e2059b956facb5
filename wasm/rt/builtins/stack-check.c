/* On i686, code that is position independent calls the function of the C library by a name of its own library. */
#include "rt.h"

#pragma GCC visibility pop
__attribute__((noreturn)) void __stack_chk_fail(void);
#pragma GCC visibility push(hidden)

__attribute__((noreturn)) void __stack_chk_fail_local(void)
{
    __stack_chk_fail();
}
