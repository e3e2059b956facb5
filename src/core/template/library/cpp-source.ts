/** The sample library in C++: no exception leaves it. */
import type { TemplateNames } from "../template-names.ts";

export function cppSource({ module, macro }: TemplateNames): string {
  return `#include "${module}.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <utility>

/* What the opaque type of the header is. */
struct ${module}_greeter {
  std::string greeting;
  uint64_t count;
};

namespace {

bool is_initialised = false;

/* Thrown anywhere in the library, it reaches Python as the exception of its code. */
class Failure : public std::exception {
 public:
  Failure(int32_t code, std::string message) : code(code), message(std::move(message)) {}
  const char *what() const noexcept override { return message.c_str(); }

  const int32_t code;

 private:
  std::string message;
};

/* The message is a copy: the caller frees it with the error. */
void set_error(${module}_error *error, int32_t code, const char *message) noexcept {
  const std::size_t size = std::strlen(message) + 1;
  error->code = code;
  error->message = static_cast<char *>(std::malloc(size));
  if (error->message != nullptr) {
    std::memcpy(error->message, message, size);
  }
}

/* Runs the body of a function of the border. Exceptions end here: C and Python know nothing of them. */
template <typename Body>
auto guard(${module}_error *error, Body body) noexcept -> decltype(body()) {
  try {
    return body();
  } catch (const Failure &failure) {
    set_error(error, failure.code, failure.what());
  } catch (const std::bad_alloc &) {
    set_error(error, ${macro}_OUT_OF_MEMORY, "Out of memory");
  } catch (const std::exception &exception) {
    set_error(error, ${macro}_INTERNAL, exception.what());
  } catch (...) {
    set_error(error, ${macro}_INTERNAL, "Unknown exception");
  }
  return decltype(body())();
}

/* A copy that the caller frees with ${module}_buffer_free. */
void fill_buffer(${module}_buffer *buffer, const std::string &content) {
  if (content.empty()) {
    return;
  }
  buffer->data = static_cast<uint8_t *>(std::malloc(content.size()));
  if (buffer->data == nullptr) {
    throw std::bad_alloc();
  }
  buffer->length = content.size();
  std::memcpy(buffer->data, content.data(), content.size());
}

}  // namespace

/* The header makes all of these extern "C". */

void ${module}_init(void) {
  /* The place to fill tables, to start a log, to seed a generator. */
  is_initialised = true;
}

void ${module}_error_free(${module}_error *error) {
  std::free(error->message);
  error->message = nullptr;
  error->code = ${macro}_OK;
}

void ${module}_buffer_free(${module}_buffer *buffer) {
  std::free(buffer->data);
  buffer->data = nullptr;
  buffer->length = 0;
}

${module}_greeter *${module}_greeter_new(const char *greeting, size_t greeting_length, ${module}_error *error) {
  return guard(error, [&] {
    if (!is_initialised) {
      throw Failure(${macro}_NOT_INITIALISED, "Cannot make a greeter: ${module}_init was not called");
    }
    if (greeting_length == 0) {
      throw Failure(${macro}_INVALID_ARGUMENT, "Cannot make a greeter: the greeting is empty");
    }
    return new ${module}_greeter{std::string(greeting, greeting_length), 0};
  });
}

void ${module}_greeter_free(${module}_greeter *greeter) { delete greeter; }

void ${module}_greeter_greet(${module}_greeter *greeter, const char *name, size_t name_length, ${module}_buffer *text,
${" ".repeat(module.length + 20)}${module}_error *error) {
  guard(error, [&] {
    if (name_length == 0) {
      throw Failure(${macro}_INVALID_ARGUMENT, "Cannot greet: the name is empty");
    }
    fill_buffer(text, greeter->greeting + ", " + std::string(name, name_length) + "!");
    greeter->count += 1;
  });
}

uint64_t ${module}_greeter_count(const ${module}_greeter *greeter) { return greeter->count; }
`;
}
