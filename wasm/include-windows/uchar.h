/* ISO C17 7.28. */
#ifndef _UCHAR_H
#define _UCHAR_H

#include <corecrt.h>

#ifndef __cplusplus
typedef __CHAR16_TYPE__ char16_t;
typedef __CHAR32_TYPE__ char32_t;
#endif

__PACKWHEEL_BEGIN
size_t mbrtoc16(char16_t *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, size_t, mbstate_t *__PACKWHEEL_RESTRICT);
size_t c16rtomb(char *__PACKWHEEL_RESTRICT, char16_t, mbstate_t *__PACKWHEEL_RESTRICT);
size_t mbrtoc32(char32_t *__PACKWHEEL_RESTRICT, const char *__PACKWHEEL_RESTRICT, size_t, mbstate_t *__PACKWHEEL_RESTRICT);
size_t c32rtomb(char *__PACKWHEEL_RESTRICT, char32_t, mbstate_t *__PACKWHEEL_RESTRICT);
__PACKWHEEL_END

#endif
