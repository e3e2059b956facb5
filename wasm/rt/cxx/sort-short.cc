#include "sort.h"

_LIBCPP_BEGIN_NAMESPACE_STD
RT_SORT(short)
RT_SORT(unsigned short)
_LIBCPP_END_NAMESPACE_STD
