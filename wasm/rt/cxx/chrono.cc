/*
 * The clocks.
 * Spec: C++17 23.17.7.
 */
#include <__chrono/steady_clock.h>
#include <__chrono/system_clock.h>
#include <__verbose_abort>
#include <ctime>

_LIBCPP_BEGIN_NAMESPACE_STD

namespace chrono {

namespace {
nanoseconds read(clockid_t clock) {
  timespec time;
  if (clock_gettime(clock, &time) != 0)
    std::__libcpp_verbose_abort("clock_gettime failed");
  return seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}
} // namespace

system_clock::time_point system_clock::now() noexcept {
  return time_point(duration_cast<duration>(read(CLOCK_REALTIME)));
}
time_t system_clock::to_time_t(const time_point& time) noexcept {
  return time_t(duration_cast<seconds>(time.time_since_epoch()).count());
}
system_clock::time_point system_clock::from_time_t(time_t time) noexcept { return time_point(seconds(time)); }

steady_clock::time_point steady_clock::now() noexcept { return time_point(read(CLOCK_MONOTONIC)); }

} // namespace chrono

_LIBCPP_END_NAMESPACE_STD
