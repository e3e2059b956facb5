/* Formats from streams and text. */
#include "stdio.h"

int vfscanf(FILE *stream, const char *format, va_list list)
{
    return __stdio_common_vfscanf(0, stream, format, 0, list);
}

int vscanf(const char *format, va_list list)
{
    return vfscanf(stdin, format, list);
}

int vsscanf(const char *text, const char *format, va_list list)
{
    return __stdio_common_vsscanf(0, text, UNBOUNDED, format, 0, list);
}

int fscanf(FILE *stream, const char *format, ...)
{
    WITH_LIST(vfscanf(stream, format, list));
}

int scanf(const char *format, ...)
{
    WITH_LIST(vfscanf(stdin, format, list));
}

int sscanf(const char *text, const char *format, ...)
{
    WITH_LIST(vsscanf(text, format, list));
}

int fscanf_s(FILE *stream, const char *format, ...)
{
    WITH_LIST(__stdio_common_vfscanf(SECURE_SCAN, stream, format, 0, list));
}

int scanf_s(const char *format, ...)
{
    WITH_LIST(__stdio_common_vfscanf(SECURE_SCAN, stdin, format, 0, list));
}

int sscanf_s(const char *text, const char *format, ...)
{
    WITH_LIST(__stdio_common_vsscanf(SECURE_SCAN, text, UNBOUNDED, format, 0, list));
}
