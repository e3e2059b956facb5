/*
 * Where libc++ ends without exceptions: `std::vector::at` beyond the end, a lack of memory in a container, a mutex that
 * cannot be locked.
 */
#include <__system_error/throw_system_error.h>
#include <__verbose_abort>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

_LIBCPP_BEGIN_NAMESPACE_STD

void __libcpp_verbose_abort(const char* format, ...) noexcept {
  va_list arguments;
  va_start(arguments, format);
  std::vfprintf(stderr, format, arguments);
  std::fputc('\n', stderr);
  va_end(arguments);
  std::abort();
}

void __throw_system_error(int error, const char* what) {
  std::__libcpp_verbose_abort("%s: error %d", what, error);
}

_LIBCPP_END_NAMESPACE_STD
