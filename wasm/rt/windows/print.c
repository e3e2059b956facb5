/* Formats to streams. */
#include "stdio.h"

int vfprintf(FILE *stream, const char *format, va_list list)
{
    return __stdio_common_vfprintf(0, stream, format, 0, list);
}

int vprintf(const char *format, va_list list)
{
    return vfprintf(stdout, format, list);
}

int fprintf(FILE *stream, const char *format, ...)
{
    WITH_LIST(vfprintf(stream, format, list));
}

int printf(const char *format, ...)
{
    WITH_LIST(vfprintf(stdout, format, list));
}

int vfprintf_s(FILE *stream, const char *format, va_list list)
{
    return __stdio_common_vfprintf_s(0, stream, format, 0, list);
}

int vprintf_s(const char *format, va_list list)
{
    return vfprintf_s(stdout, format, list);
}

int fprintf_s(FILE *stream, const char *format, ...)
{
    WITH_LIST(vfprintf_s(stream, format, list));
}

int printf_s(const char *format, ...)
{
    WITH_LIST(vfprintf_s(stdout, format, list));
}
