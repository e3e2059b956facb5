/*
 * `std::call_once`: the first thread calls, others wait until it is done.
 */
#include <__mutex/once_flag.h>
#include <__thread/support.h>

_LIBCPP_BEGIN_NAMESPACE_STD

namespace {
__libcpp_mutex_t guard         = _LIBCPP_MUTEX_INITIALIZER;
__libcpp_condvar_t is_finished = _LIBCPP_CONDVAR_INITIALIZER;
} // namespace

void __call_once(volatile once_flag::_State_type& flag, void* argument, void (*function)(void*)) {
  __libcpp_mutex_lock(&guard);
  while (flag == once_flag::_Pending)
    __libcpp_condvar_wait(&is_finished, &guard);
  if (flag == once_flag::_Unset) {
    flag = once_flag::_Pending;
    __libcpp_mutex_unlock(&guard);
    function(argument);
    __libcpp_mutex_lock(&guard);
    __atomic_store_n(&flag, once_flag::_Complete, __ATOMIC_RELEASE);
    __libcpp_condvar_broadcast(&is_finished);
  }
  __libcpp_mutex_unlock(&guard);
}

_LIBCPP_END_NAMESPACE_STD
