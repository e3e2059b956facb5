/* Formats of wide characters from streams and text. */
#include "stdio.h"

int vfwscanf(FILE *stream, const wchar_t *format, va_list list)
{
    return __stdio_common_vfwscanf(LEGACY_WIDE_SPECIFIERS, stream, format, 0, list);
}

int vwscanf(const wchar_t *format, va_list list)
{
    return vfwscanf(stdin, format, list);
}

int vswscanf(const wchar_t *text, const wchar_t *format, va_list list)
{
    return __stdio_common_vswscanf(LEGACY_WIDE_SPECIFIERS, text, UNBOUNDED, format, 0, list);
}

int fwscanf(FILE *stream, const wchar_t *format, ...)
{
    WITH_LIST(vfwscanf(stream, format, list));
}

int wscanf(const wchar_t *format, ...)
{
    WITH_LIST(vfwscanf(stdin, format, list));
}

int swscanf(const wchar_t *text, const wchar_t *format, ...)
{
    WITH_LIST(vswscanf(text, format, list));
}
