#include "sort.h"

_LIBCPP_BEGIN_NAMESPACE_STD
RT_SORT(long long)
RT_SORT(unsigned long long)
_LIBCPP_END_NAMESPACE_STD
