/* Formats to text. */
#include "stdio.h"

int vsnprintf(char *text, size_t size, const char *format, va_list list)
{
    int result = __stdio_common_vsprintf(STANDARD_SNPRINTF_BEHAVIOR, text, size, format, 0, list);

    return result < 0 ? -1 : result;
}

int vsprintf(char *text, const char *format, va_list list)
{
    int result = __stdio_common_vsprintf(LEGACY_VSPRINTF_NULL_TERMINATION, text, UNBOUNDED, format, 0, list);

    return result < 0 ? -1 : result;
}

int snprintf(char *text, size_t size, const char *format, ...)
{
    WITH_LIST(vsnprintf(text, size, format, list));
}

int sprintf(char *text, const char *format, ...)
{
    WITH_LIST(vsprintf(text, format, list));
}

int _vsnprintf(char *text, size_t size, const char *format, va_list list)
{
    int result = __stdio_common_vsprintf(LEGACY_VSPRINTF_NULL_TERMINATION, text, size, format, 0, list);

    return result < 0 ? -1 : result;
}

int _snprintf(char *text, size_t size, const char *format, ...)
{
    WITH_LIST(_vsnprintf(text, size, format, list));
}

int _vscprintf(const char *format, va_list list)
{
    return vsnprintf(0, 0, format, list);
}

int _scprintf(const char *format, ...)
{
    WITH_LIST(vsnprintf(0, 0, format, list));
}

int vsprintf_s(char *text, size_t size, const char *format, va_list list)
{
    int result = __stdio_common_vsprintf_s(0, text, size, format, 0, list);

    return result < 0 ? -1 : result;
}

int sprintf_s(char *text, size_t size, const char *format, ...)
{
    WITH_LIST(vsprintf_s(text, size, format, list));
}

int _vsnprintf_s(char *text, size_t size, size_t count, const char *format, va_list list)
{
    int result = __stdio_common_vsnprintf_s(0, text, size, count, format, 0, list);

    return result < 0 ? -1 : result;
}

int _snprintf_s(char *text, size_t size, size_t count, const char *format, ...)
{
    WITH_LIST(_vsnprintf_s(text, size, count, format, list));
}
