/*
 * What is loaded into this process.
 * Spec: dyld(3) of Darwin.
 */
#ifndef PACKWHEEL_MACH_O_DYLD_H
#define PACKWHEEL_MACH_O_DYLD_H

#include <bits/darwin.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct mach_header;

PACKWHEEL_BEGIN_C
const char *_dyld_get_image_name(uint32_t);
const struct mach_header *_dyld_get_image_header(uint32_t);
intptr_t _dyld_get_image_vmaddr_slide(uint32_t);
uint32_t _dyld_image_count(void);
void _dyld_register_func_for_add_image(void (*)(const struct mach_header *, intptr_t));
void _dyld_register_func_for_remove_image(void (*)(const struct mach_header *, intptr_t));
int _NSGetExecutablePath(char *, uint32_t *);
int32_t NSVersionOfLinkTimeLibrary(const char *);
int32_t NSVersionOfRunTimeLibrary(const char *);
PACKWHEEL_END_C

#endif
