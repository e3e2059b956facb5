/*
 * The calls that led here.
 * Spec: backtrace(3) of Darwin.
 */
#ifndef PACKWHEEL_EXECINFO_H
#define PACKWHEEL_EXECINFO_H

#include <bits/darwin.h>
#include <sys/cdefs.h>
#include <stdint.h>
#define PACKWHEEL_NEED_uuid_t
#include <bits/typedefs.h>
#if PACKWHEEL_USE_DARWIN
#define PACKWHEEL_NEED_rsize_t
#include <bits/typedefs.h>
#endif
#define __need_size_t
#include <stddef.h>

PACKWHEEL_BEGIN_C

struct image_offset {
  uuid_t uuid;
  __uint32_t offset;
};

char **backtrace_symbols(void *const *, int);
int backtrace(void **, int);
void backtrace_symbols_fd(void *const *, int, int);
#if PACKWHEEL_MACOS_AT_LEAST(10, 14)
int backtrace_from_fp(void *, void **, int);
void backtrace_image_offsets(void *const *, struct image_offset *, int);
#endif

PACKWHEEL_END_C

#endif
