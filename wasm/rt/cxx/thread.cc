/*
 * Threads, on those of POSIX.
 * Spec: C++17 33.3.
 */
#include <__exception/terminate.h>
#include <__system_error/throw_system_error.h>
#include <__thread/this_thread.h>
#include <__thread/thread.h>
#include <cerrno>
#include <new>
#include <unistd.h>

_LIBCPP_BEGIN_NAMESPACE_STD

thread::~thread() {
  if (joinable())
    std::terminate();
}

void thread::join() {
  int error = EINVAL;
  if (joinable()) {
    error = __libcpp_thread_join(&__t_);
    if (error == 0)
      __t_ = _LIBCPP_NULL_THREAD;
  }
  if (error)
    std::__throw_system_error(error, "std::thread::join");
}

void thread::detach() {
  int error = EINVAL;
  if (joinable()) {
    error = __libcpp_thread_detach(&__t_);
    if (error == 0)
      __t_ = _LIBCPP_NULL_THREAD;
  }
  if (error)
    std::__throw_system_error(error, "std::thread::detach");
}

unsigned thread::hardware_concurrency() noexcept {
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  return processors < 0 ? 0 : unsigned(processors);
}

namespace this_thread {
void sleep_for(const chrono::nanoseconds& duration) {
  if (duration > chrono::nanoseconds::zero())
    __libcpp_thread_sleep_for(duration);
}
} // namespace this_thread

// What a thread does at its end for `notify_all_at_thread_exit` and promises that wait for it: neither is here.
class _LIBCPP_HIDDEN __thread_struct_imp {};
__thread_struct::__thread_struct() : __p_(nullptr) {}
__thread_struct::~__thread_struct() {}

__thread_specific_ptr<__thread_struct>& __thread_local_data() {
  // Never destroyed: threads may outlive the static variables.
  alignas(__thread_specific_ptr<__thread_struct>) static char room[sizeof(__thread_specific_ptr<__thread_struct>)];
  static auto* data = new (room) __thread_specific_ptr<__thread_struct>();
  return *data;
}

_LIBCPP_END_NAMESPACE_STD
