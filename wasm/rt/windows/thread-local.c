/*
 * Thread-local variables: the directory from which the loader makes a copy of section `.tls` for each thread.
 * Spec: Microsoft PE format, ".tls Section".
 */
#include "../builtins/rt.h"

typedef void __stdcall callback(void *, unsigned long, void *);

struct tls_directory {
    const void *start; /* of the values at a thread's beginning */
    const void *end;
    unsigned long *index;
    callback *const *callbacks; /* ended by 0 */
    unsigned long zeros; /* how many zero bytes follow the values */
    unsigned long characteristics;
};

unsigned long _tls_index;

/* The linker puts sections of one name before `$` together, in the order of what comes after it. */
__attribute__((section(".tls"), used)) static char first;
__attribute__((section(".tls$ZZZ"), used)) static char last;
__attribute__((section(".CRT$XLA"), used)) static callback *const first_callback;
__attribute__((section(".CRT$XLZ"), used)) static callback *const last_callback;

__attribute__((used)) const struct tls_directory _tls_used = { &first, &last, &_tls_index, &first_callback + 1, 0, 0 };
