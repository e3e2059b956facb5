/*
 * Numbers to strings and back: `std::to_string`, `std::stoi` and their kin. C's functions do the work, in the locale of the
 * program, as the standard wants.
 * Spec: C++17 24.3.
 */
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <string>

_LIBCPP_BEGIN_NAMESPACE_STD

namespace {

// A longest number: 4,933 digits of long double before the point, six after it.
constexpr size_t longest = 5000;

template <class Number>
string text_of(const char* format, Number number) {
  char text[64];
  int length = std::snprintf(text, sizeof(text), format, number);
  if (size_t(length) < sizeof(text))
    return string(text, size_t(length));
  char long_text[longest];
  return string(long_text, size_t(std::snprintf(long_text, longest, format, number)));
}

wstring widened(const string& text) { return wstring(text.begin(), text.end()); }

[[noreturn]] void refuse(const char* function, const char* why) {
  std::__libcpp_verbose_abort("std::%s: %s", function, why);
}

// Runs one of C's conversions, with what C++ adds: an end that may be asked for, and failures that are seen.
template <class Character, class Convert>
auto converted(const char* function, const Character* text, size_t* end, Convert convert) {
  Character* stop;
  int before = errno;
  errno      = 0;
  auto value = convert(text, &stop);
  int error  = errno;
  errno      = before;
  if (error == ERANGE)
    refuse(function, "out of range");
  if (stop == text)
    refuse(function, "no conversion");
  if (end)
    *end = size_t(stop - text);
  return value;
}

template <class Character>
int to_int(const char* function, long (*convert)(const Character*, Character**, int), const Character* text,
           size_t* end, int base) {
  long value = converted(function, text, end, [&](const Character* from, Character** stop) { return convert(from, stop, base); });
  if (value < INT_MIN || value > INT_MAX)
    refuse(function, "out of range");
  return int(value);
}

} // namespace

#define TO_STRING(T, format) \
  string to_string(T number) { return text_of(format, number); } \
  wstring to_wstring(T number) { return widened(text_of(format, number)); }
TO_STRING(int, "%d")
TO_STRING(unsigned, "%u")
TO_STRING(long, "%ld")
TO_STRING(unsigned long, "%lu")
TO_STRING(long long, "%lld")
TO_STRING(unsigned long long, "%llu")
TO_STRING(float, "%f")
TO_STRING(double, "%f")
TO_STRING(long double, "%Lf")

int stoi(const string& text, size_t* end, int base) { return to_int<char>("stoi", std::strtol, text.c_str(), end, base); }
int stoi(const wstring& text, size_t* end, int base) { return to_int<wchar_t>("stoi", std::wcstol, text.c_str(), end, base); }

#define TO_INTEGER(T, function, narrow, wide) \
  T function(const string& text, size_t* end, int base) { \
    return converted(#function, text.c_str(), end, [=](const char* from, char** stop) { return std::narrow(from, stop, base); }); \
  } \
  T function(const wstring& text, size_t* end, int base) { \
    return converted(#function, text.c_str(), end, [=](const wchar_t* from, wchar_t** stop) { return std::wide(from, stop, base); }); \
  }
TO_INTEGER(long, stol, strtol, wcstol)
TO_INTEGER(unsigned long, stoul, strtoul, wcstoul)
TO_INTEGER(long long, stoll, strtoll, wcstoll)
TO_INTEGER(unsigned long long, stoull, strtoull, wcstoull)

#define TO_FLOATING(T, function, narrow, wide) \
  T function(const string& text, size_t* end) { \
    return converted(#function, text.c_str(), end, [](const char* from, char** stop) { return std::narrow(from, stop); }); \
  } \
  T function(const wstring& text, size_t* end) { \
    return converted(#function, text.c_str(), end, [](const wchar_t* from, wchar_t** stop) { return std::wide(from, stop); }); \
  }
TO_FLOATING(float, stof, strtof, wcstof)
TO_FLOATING(double, stod, strtod, wcstod)
TO_FLOATING(long double, stold, strtold, wcstold)

_LIBCPP_END_NAMESPACE_STD
