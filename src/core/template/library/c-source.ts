/** The sample library in C. */
import type { TemplateNames } from "../template-names.ts";

export function cSource({ module, macro }: TemplateNames): string {
  return `#include "${module}.h"

#include <stdlib.h>
#include <string.h>

struct ${module}_greeter {
  char *greeting;
  size_t greeting_length;
  uint64_t count;
};

static int is_initialised = 0;

/* Tells the caller what went wrong. The message is a copy: the caller frees it with the error. */
static void set_error(${module}_error *error, int32_t code, const char *message) {
  size_t size = strlen(message) + 1;
  error->code = code;
  error->message = malloc(size);
  if (error->message != NULL) {
    memcpy(error->message, message, size);
  }
}

void ${module}_init(void) {
  /* The place to fill tables, to start a log, to seed a generator. */
  is_initialised = 1;
}

void ${module}_error_free(${module}_error *error) {
  free(error->message);
  error->message = NULL;
  error->code = ${macro}_OK;
}

void ${module}_buffer_free(${module}_buffer *buffer) {
  free(buffer->data);
  buffer->data = NULL;
  buffer->length = 0;
}

${module}_greeter *${module}_greeter_new(const char *greeting, size_t greeting_length, ${module}_error *error) {
  ${module}_greeter *greeter;
  if (!is_initialised) {
    set_error(error, ${macro}_NOT_INITIALISED, "Cannot make a greeter: ${module}_init was not called");
    return NULL;
  }
  if (greeting_length == 0) {
    set_error(error, ${macro}_INVALID_ARGUMENT, "Cannot make a greeter: the greeting is empty");
    return NULL;
  }
  greeter = calloc(1, sizeof *greeter);
  if (greeter != NULL) {
    greeter->greeting = malloc(greeting_length);
  }
  if (greeter == NULL || greeter->greeting == NULL) {
    free(greeter);
    set_error(error, ${macro}_OUT_OF_MEMORY, "Cannot make a greeter: out of memory");
    return NULL;
  }
  memcpy(greeter->greeting, greeting, greeting_length);
  greeter->greeting_length = greeting_length;
  return greeter;
}

void ${module}_greeter_free(${module}_greeter *greeter) {
  if (greeter != NULL) {
    free(greeter->greeting);
    free(greeter);
  }
}

void ${module}_greeter_greet(${module}_greeter *greeter, const char *name, size_t name_length, ${module}_buffer *text,
${" ".repeat(module.length + 20)}${module}_error *error) {
  const size_t punctuation = 3; /* ", " and "!" */
  uint8_t *end;
  if (name_length == 0) {
    set_error(error, ${macro}_INVALID_ARGUMENT, "Cannot greet: the name is empty");
    return;
  }
  if (name_length > SIZE_MAX - punctuation - greeter->greeting_length) {
    set_error(error, ${macro}_INVALID_ARGUMENT, "Cannot greet: the name is too long");
    return;
  }
  text->length = greeter->greeting_length + name_length + punctuation;
  text->data = malloc(text->length);
  if (text->data == NULL) {
    text->length = 0;
    set_error(error, ${macro}_OUT_OF_MEMORY, "Cannot greet: out of memory");
    return;
  }
  end = text->data;
  memcpy(end, greeter->greeting, greeter->greeting_length);
  end += greeter->greeting_length;
  memcpy(end, ", ", 2);
  end += 2;
  memcpy(end, name, name_length);
  end += name_length;
  *end = '!';
  greeter->count += 1;
}

uint64_t ${module}_greeter_count(const ${module}_greeter *greeter) { return greeter->count; }
`;
}
