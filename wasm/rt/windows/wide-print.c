/* Formats of wide characters to streams and text. */
#include "stdio.h"

int vfwprintf(FILE *stream, const wchar_t *format, va_list list)
{
    return __stdio_common_vfwprintf(LEGACY_WIDE_SPECIFIERS, stream, format, 0, list);
}

int vwprintf(const wchar_t *format, va_list list)
{
    return vfwprintf(stdout, format, list);
}

int vswprintf(wchar_t *text, size_t size, const wchar_t *format, va_list list)
{
    int result = __stdio_common_vswprintf(LEGACY_WIDE_SPECIFIERS, text, size, format, 0, list);

    return result < 0 ? -1 : result;
}

int fwprintf(FILE *stream, const wchar_t *format, ...)
{
    WITH_LIST(vfwprintf(stream, format, list));
}

int wprintf(const wchar_t *format, ...)
{
    WITH_LIST(vfwprintf(stdout, format, list));
}

int swprintf(wchar_t *text, size_t size, const wchar_t *format, ...)
{
    WITH_LIST(vswprintf(text, size, format, list));
}

int _vsnwprintf(wchar_t *text, size_t size, const wchar_t *format, va_list list)
{
    int result = __stdio_common_vswprintf(LEGACY_WIDE_SPECIFIERS | LEGACY_VSPRINTF_NULL_TERMINATION, text, size, format,
                                          0, list);

    return result < 0 ? -1 : result;
}

int _snwprintf(wchar_t *text, size_t size, const wchar_t *format, ...)
{
    WITH_LIST(_vsnwprintf(text, size, format, list));
}

int _vscwprintf(const wchar_t *format, va_list list)
{
    int result =
        __stdio_common_vswprintf(LEGACY_WIDE_SPECIFIERS | STANDARD_SNPRINTF_BEHAVIOR, 0, 0, format, 0, list);

    return result < 0 ? -1 : result;
}

int _scwprintf(const wchar_t *format, ...)
{
    WITH_LIST(_vscwprintf(format, list));
}

int vswprintf_s(wchar_t *text, size_t size, const wchar_t *format, va_list list)
{
    int result = __stdio_common_vswprintf_s(LEGACY_WIDE_SPECIFIERS, text, size, format, 0, list);

    return result < 0 ? -1 : result;
}

int swprintf_s(wchar_t *text, size_t size, const wchar_t *format, ...)
{
    WITH_LIST(vswprintf_s(text, size, format, list));
}

int _vsnwprintf_s(wchar_t *text, size_t size, size_t count, const wchar_t *format, va_list list)
{
    int result = __stdio_common_vsnwprintf_s(LEGACY_WIDE_SPECIFIERS, text, size, count, format, 0, list);

    return result < 0 ? -1 : result;
}

int _snwprintf_s(wchar_t *text, size_t size, size_t count, const wchar_t *format, ...)
{
    WITH_LIST(_vsnwprintf_s(text, size, count, format, list));
}
