/* Types that the headers of the C runtime share. */
#include <corecrt.h>
