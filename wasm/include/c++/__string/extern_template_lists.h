/*
 * Which members of `std::string` a compiled library holds: none, so that each object has those that it uses.
 * libc++'s <string> asks by these macros.
 */
#ifndef PACKWHEEL_CXX_STRING_EXTERN_TEMPLATE_LISTS_H
#define PACKWHEEL_CXX_STRING_EXTERN_TEMPLATE_LISTS_H

#define _LIBCPP_STRING_COMMON_EXTERN_TEMPLATE_LIST(define, character)
#define _LIBCPP_STRING_V1_EXTERN_TEMPLATE_LIST(define, character)
#define _LIBCPP_STRING_UNSTABLE_EXTERN_TEMPLATE_LIST(define, character)

#endif
