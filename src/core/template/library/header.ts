/** The header that the compiler and cffi both read: the whole border between the library and Python. */
import type { TemplateNames } from "../template-names.ts";

export function libraryHeader({ module, macro }: TemplateNames): string {
  return `/*
 * The border of ${module}: everything that Python sees of the library.
 *
 * The compiler reads this file, and so does packwheel, with PYTHON_HEADER defined, to tell cffi of it.
 * Rules that keep a border working for years:
 *
 * - Types are opaque: Python holds a pointer, and only the library knows what is behind it.
 * - What the library hands out, the library frees: there is a free function for each new one.
 * - A function that can fail takes a ${module}_error last, and returns nothing of use when it sets it.
 * - One thread at a time uses an object. Python's side has a lock for that.
 * - Functions are added, never changed. Codes are added, never given another meaning.
 */
#ifndef ${macro}_H
#define ${macro}_H

#ifdef PYTHON_HEADER
#define ${macro}_API
#else
#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
#define ${macro}_API __declspec(dllexport)
#else
#define ${macro}_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif
#endif

/* Codes of errors. Python has an exception class for each. */
enum {
  ${macro}_OK = 0,
  ${macro}_INVALID_ARGUMENT = 1,
  ${macro}_OUT_OF_MEMORY = 2,
  ${macro}_NOT_INITIALISED = 3,
  ${macro}_INTERNAL = 4
};

/* Zero it before the call. When the code is not 0 after it, free it. */
typedef struct ${module}_error {
  int32_t code;
  char *message; /* UTF-8, ends with a NUL; may be NULL */
} ${module}_error;

/* Bytes that the library hands out. They may hold NULs, and do not end with one. */
typedef struct ${module}_buffer {
  uint8_t *data; /* NULL when the length is 0 */
  size_t length;
} ${module}_buffer;

typedef struct ${module}_greeter ${module}_greeter;

/* Call it before anything else; again does no harm. Loading the library runs no code of it. */
${macro}_API void ${module}_init(void);

/* Both take what is empty or freed already, and leave it empty. */
${macro}_API void ${module}_error_free(${module}_error *error);
${macro}_API void ${module}_buffer_free(${module}_buffer *buffer);

/* Texts are UTF-8, given by address and length. They are copied. */
${macro}_API ${module}_greeter *${module}_greeter_new(const char *greeting, size_t greeting_length,
${" ".repeat(macro.length + module.length * 2 + 28)}${module}_error *error);
/* NULL is fine. */
${macro}_API void ${module}_greeter_free(${module}_greeter *greeter);

${macro}_API void ${module}_greeter_greet(${module}_greeter *greeter, const char *name, size_t name_length,
${" ".repeat(macro.length + module.length + 25)}${module}_buffer *text, ${module}_error *error);
/* How many greetings it has made. */
${macro}_API uint64_t ${module}_greeter_count(const ${module}_greeter *greeter);

#ifndef PYTHON_HEADER
#ifdef __cplusplus
}
#endif
#endif

#endif
`;
}
