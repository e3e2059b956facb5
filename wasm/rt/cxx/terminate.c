/*
 * Ends that a C++ program may come to.
 * Spec: C++17 18.5.1; Itanium C++ ABI 3.2.6.
 */
#include "rt.h"

typedef void (*terminate_handler)(void);

static terminate_handler handler;

/* std::get_terminate(), std::set_terminate(). */
terminate_handler _ZSt13get_terminatev(void)
{
    return __atomic_load_n(&handler, __ATOMIC_ACQUIRE);
}

terminate_handler _ZSt13set_terminatePFvvE(terminate_handler next)
{
    return __atomic_exchange_n(&handler, next, __ATOMIC_ACQ_REL);
}

/* std::terminate() */
__attribute__((__noreturn__)) void _ZSt9terminatev(void)
{
    terminate_handler own = _ZSt13get_terminatev();
    if (own) own();
    rt_fail("terminating");
}

/* std::uncaught_exception(), std::uncaught_exceptions(): there are none. */
_Bool _ZSt18uncaught_exceptionv(void) { return 0; }
int _ZSt19uncaught_exceptionsv(void) { return 0; }

/* Virtual functions that are called before or after their object's life, or that nobody may call. */
__attribute__((__noreturn__)) void __cxa_pure_virtual(void) { rt_fail("pure virtual function called"); }
__attribute__((__noreturn__)) void __cxa_deleted_virtual(void) { rt_fail("deleted virtual function called"); }

/* new T[n] with an n that no memory can hold. */
__attribute__((__noreturn__)) void __cxa_throw_bad_array_new_length(void) { rt_fail("operator new[]: bad array length"); }
__attribute__((__noreturn__)) void __cxa_bad_cast(void) { rt_fail("bad cast"); }
__attribute__((__noreturn__)) void __cxa_bad_typeid(void) { rt_fail("bad typeid"); }
