/* A part of what kernel32.dll has for all programs. */
#include <winbase.h>
