/*
 * The places of `std::bind`: objects of a compiled library, for libc++.
 * Spec: C++17 23.14.11.4.
 */
#include <__functional/bind.h>

_LIBCPP_BEGIN_NAMESPACE_STD

namespace placeholders {
const __ph<1> _1{};
const __ph<2> _2{};
const __ph<3> _3{};
const __ph<4> _4{};
const __ph<5> _5{};
const __ph<6> _6{};
const __ph<7> _7{};
const __ph<8> _8{};
const __ph<9> _9{};
const __ph<10> _10{};
} // namespace placeholders

_LIBCPP_END_NAMESPACE_STD
