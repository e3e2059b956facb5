/* What the C runtime leaves to its headers: memory of wide characters. */
#include <stddef.h>
#include <wchar.h>

#pragma GCC visibility push(hidden)

wchar_t *wmemcpy(wchar_t *target, const wchar_t *source, size_t count)
{
    return __builtin_memcpy(target, source, count * sizeof *target);
}

wchar_t *wmemmove(wchar_t *target, const wchar_t *source, size_t count)
{
    return __builtin_memmove(target, source, count * sizeof *target);
}

wchar_t *wmemset(wchar_t *target, wchar_t value, size_t count)
{
    for (size_t index = 0; index < count; index++)
        target[index] = value;
    return target;
}

wchar_t *wmemchr(const wchar_t *text, wchar_t value, size_t count)
{
    for (; count > 0; count--, text++)
        if (*text == value)
            return (wchar_t *)text;
    return 0;
}

int wmemcmp(const wchar_t *left, const wchar_t *right, size_t count)
{
    for (; count > 0; count--, left++, right++)
        if (*left != *right)
            return *left < *right ? -1 : 1;
    return 0;
}

/* Streams have no orientation. */
int fwide(struct _iobuf *stream, int mode)
{
    return mode;
}

int mbsinit(const mbstate_t *state)
{
    return state == 0 || state->_Wchar == 0;
}
