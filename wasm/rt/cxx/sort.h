/*
 * `std::sort` of numbers in their own order: libc++ expects it of a compiled library, and has the algorithm itself.
 */
#ifndef PACKWHEEL_RT_CXX_SORT_H
#define PACKWHEEL_RT_CXX_SORT_H

#include <__algorithm/comp.h>
#include <__algorithm/sort.h>
#include <__bit/bit_log2.h>

_LIBCPP_BEGIN_NAMESPACE_STD

// The order in the name says nothing but "less", which needs no type.
template <class _Compare, class _Iterator>
void __sort(_Iterator first, _Iterator last, _Compare) {
  if (first == last)
    return;
  __less<> less;
  auto depth = 2 * std::__bit_log2(static_cast<size_t>(last - first));
  std::__introsort<_ClassicAlgPolicy, __less<>&, _Iterator, __use_branchless_sort<__less<>, _Iterator> >(
      first, last, less, static_cast<ptrdiff_t>(depth));
}

#define RT_SORT(T) template void __sort<__less<T>&, T*>(T*, T*, __less<T>&);

_LIBCPP_END_NAMESPACE_STD

#endif
