/* The types of Windows. */
#include <windef.h>
