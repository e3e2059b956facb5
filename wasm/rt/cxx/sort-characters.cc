#include "sort.h"

_LIBCPP_BEGIN_NAMESPACE_STD
RT_SORT(char)
RT_SORT(wchar_t)
RT_SORT(signed char)
RT_SORT(unsigned char)
_LIBCPP_END_NAMESPACE_STD
