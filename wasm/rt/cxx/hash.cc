/*
 * Hash tables: hash values of bytes, and the number of buckets.
 */
#include <__functional/hash.h>
#include <__hash_table>
#include <cstdint>
#include <cstring>

_LIBCPP_BEGIN_NAMESPACE_STD

namespace {

// Multiplication by the golden ratio spreads, the shift brings high bits down.
size_t mix(size_t state, size_t word) {
  constexpr size_t golden = sizeof(size_t) == 8 ? size_t(0x9e3779b97f4a7c15ULL) : size_t(0x9e3779b9U);
  state               = (state ^ word) * golden;
  return state ^ (state >> (sizeof(size_t) * 4 - 1));
}

bool is_prime(size_t number) {
  for (size_t divisor = 3; divisor <= number / divisor; divisor += 2)
    if (number % divisor == 0)
      return false;
  return true;
}

} // namespace

size_t __hash_memory(_LIBCPP_NOESCAPE const void* start, size_t size) noexcept {
  const char* bytes = static_cast<const char*>(start);
  size_t state      = mix(size, sizeof(size_t));
  size_t word;
  for (; size >= sizeof(word); bytes += sizeof(word), size -= sizeof(word)) {
    std::memcpy(&word, bytes, sizeof(word));
    state = mix(state, word);
  }
  word = 0;
  std::memcpy(&word, bytes, size);
  return mix(mix(state, word), size);
}

size_t __next_prime(size_t least) {
  if (least <= 2)
    return least;
  for (size_t number = least | 1; number >= least; number += 2)
    if (is_prime(number))
      return number;
  std::__libcpp_verbose_abort("too many buckets in a hash table");
}

_LIBCPP_END_NAMESPACE_STD
