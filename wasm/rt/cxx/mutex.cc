/*
 * Mutexes and conditions, on those of POSIX.
 * Spec: C++17 33.4, 33.5.
 */
#include <cerrno>
#include <__condition_variable/condition_variable.h>
#include <__system_error/throw_system_error.h>
#include <limits>
#include <mutex>

_LIBCPP_BEGIN_NAMESPACE_STD

#if !_LIBCPP_HAS_TRIVIAL_MUTEX_DESTRUCTION
mutex::~mutex() noexcept { __libcpp_mutex_destroy(&__m_); }
#endif
void mutex::lock() {
  if (int error = __libcpp_mutex_lock(&__m_))
    std::__throw_system_error(error, "std::mutex::lock");
}
bool mutex::try_lock() noexcept { return __libcpp_mutex_trylock(&__m_); }
void mutex::unlock() noexcept { __libcpp_mutex_unlock(&__m_); }

recursive_mutex::recursive_mutex() {
  if (int error = __libcpp_recursive_mutex_init(&__m_))
    std::__throw_system_error(error, "std::recursive_mutex");
}
recursive_mutex::~recursive_mutex() { __libcpp_recursive_mutex_destroy(&__m_); }
void recursive_mutex::lock() {
  if (int error = __libcpp_recursive_mutex_lock(&__m_))
    std::__throw_system_error(error, "std::recursive_mutex::lock");
}
bool recursive_mutex::try_lock() noexcept { return __libcpp_recursive_mutex_trylock(&__m_); }
void recursive_mutex::unlock() noexcept { __libcpp_recursive_mutex_unlock(&__m_); }

timed_mutex::timed_mutex() : __locked_(false) {}
// Whoever unlocked it last may still hold the inner mutex.
timed_mutex::~timed_mutex() { lock_guard<mutex> wait(__m_); }
void timed_mutex::lock() {
  unique_lock<mutex> inner(__m_);
  while (__locked_)
    __cv_.wait(inner);
  __locked_ = true;
}
bool timed_mutex::try_lock() noexcept {
  unique_lock<mutex> inner(__m_, try_to_lock);
  if (!inner.owns_lock() || __locked_)
    return false;
  return __locked_ = true;
}
void timed_mutex::unlock() noexcept {
  lock_guard<mutex> inner(__m_);
  __locked_ = false;
  __cv_.notify_one();
}

recursive_timed_mutex::recursive_timed_mutex() : __count_(0), __id_{} {}
recursive_timed_mutex::~recursive_timed_mutex() { lock_guard<mutex> wait(__m_); }
void recursive_timed_mutex::lock() {
  __thread_id self = this_thread::get_id();
  unique_lock<mutex> inner(__m_);
  if (__id_ == self) {
    if (__count_ == numeric_limits<size_t>::max())
      std::__throw_system_error(EAGAIN, "std::recursive_timed_mutex::lock");
    ++__count_;
    return;
  }
  while (__count_ != 0)
    __cv_.wait(inner);
  __count_ = 1;
  __id_    = self;
}
bool recursive_timed_mutex::try_lock() noexcept {
  __thread_id self = this_thread::get_id();
  unique_lock<mutex> inner(__m_, try_to_lock);
  if (!inner.owns_lock() || (__count_ != 0 && !(__id_ == self)) || __count_ == numeric_limits<size_t>::max())
    return false;
  ++__count_;
  __id_ = self;
  return true;
}
void recursive_timed_mutex::unlock() noexcept {
  unique_lock<mutex> inner(__m_);
  if (--__count_ != 0)
    return;
  __id_.__reset();
  inner.unlock();
  __cv_.notify_one();
}

condition_variable::~condition_variable() { __libcpp_condvar_destroy(&__cv_); }
void condition_variable::notify_one() noexcept { __libcpp_condvar_signal(&__cv_); }
void condition_variable::notify_all() noexcept { __libcpp_condvar_broadcast(&__cv_); }
void condition_variable::wait(unique_lock<mutex>& lock) noexcept {
  if (!lock.owns_lock())
    std::__throw_system_error(EPERM, "std::condition_variable::wait: the mutex is not locked");
  if (int error = __libcpp_condvar_wait(&__cv_, lock.mutex()->native_handle()))
    std::__throw_system_error(error, "std::condition_variable::wait");
}
void condition_variable::__do_timed_wait(
    unique_lock<mutex>& lock, chrono::time_point<chrono::system_clock, chrono::nanoseconds> until) noexcept {
  if (!lock.owns_lock())
    std::__throw_system_error(EPERM, "std::condition_variable::wait_for: the mutex is not locked");
  long long nanoseconds = until.time_since_epoch().count();
  long long second      = 1000000000;
  long long latest      = numeric_limits<decltype(timespec::tv_sec)>::max();
  timespec time{};
  time.tv_sec  = static_cast<decltype(time.tv_sec)>(nanoseconds / second < latest ? nanoseconds / second : latest);
  time.tv_nsec = static_cast<long>(nanoseconds % second);
  int error    = __libcpp_condvar_timedwait(&__cv_, lock.mutex()->native_handle(), &time);
  if (error != 0 && error != ETIMEDOUT)
    std::__throw_system_error(error, "std::condition_variable::wait_for");
}

_LIBCPP_END_NAMESPACE_STD
