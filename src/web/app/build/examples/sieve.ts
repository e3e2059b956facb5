/** The project that Build begins with: prime numbers, counted in C. */
import type { Example } from "./example.ts";

const PYPROJECT = `[project]
name = "sieve"
version = "1.0.0"
description = "Counts prime numbers, in C"
readme = "README.md"
requires-python = ">=3.8"
license = "MIT"

# The library, and the module that loads it: sieve/_native.py.
[[tool.packwheel.native]]
kind = "ctypes"
module = "sieve._native"
sources = ["native/*.c"]
std = "c11"
`;

const HEADER = `#ifndef SIEVE_H
#define SIEVE_H

#include <stdint.h>

#ifdef _WIN32
#define SIEVE_API __declspec(dllexport)
#else
#define SIEVE_API __attribute__((visibility("default")))
#endif

/* How many primes are below limit. 0 when there is no memory for so many. */
SIEVE_API uint32_t sieve_count(uint32_t limit);

#endif
`;

const SOURCE = `#include "sieve.h"

#include <stdlib.h>

uint32_t sieve_count(uint32_t limit) {
  if (limit < 3) {
    return 0;
  }
  uint8_t *composite = calloc(limit, 1);
  if (composite == NULL) {
    return 0;
  }
  uint32_t count = 0;
  for (uint32_t number = 2; number < limit; number++) {
    if (composite[number]) {
      continue;
    }
    count++;
    for (uint64_t multiple = (uint64_t)number * number; multiple < limit; multiple += number) {
      composite[multiple] = 1;
    }
  }
  free(composite);
  return count;
}
`;

const MODULE = `"""Counts prime numbers. The work is done in native/sieve.c."""

from ctypes import c_uint32

from sieve._native import lib

__all__ = ["count_primes"]

# What the header says: ctypes takes everything for an int otherwise.
lib.sieve_count.argtypes = [c_uint32]
lib.sieve_count.restype = c_uint32


def count_primes(limit):
    """How many primes are below \`limit\`, which is at most 2 ** 32 - 1."""
    if not 0 <= limit < 2**32:
        raise ValueError("the limit must have 32 bits")
    return lib.sieve_count(limit)
`;

const README = `# sieve

Counts prime numbers, in C.

\`\`\`python
import sieve

print(sieve.count_primes(1_000_000))
\`\`\`
`;

export const SIEVE: Example = {
  title: "C library through ctypes",
  first: "native/sieve.c",
  files: {
    "native/sieve.c": SOURCE,
    "native/sieve.h": HEADER,
    "src/sieve/__init__.py": MODULE,
    "pyproject.toml": PYPROJECT,
    "README.md": README,
  },
  code: `import time

import sieve

for power in range(3, 8):
    start = time.perf_counter()
    count = sieve.count_primes(10**power)
    took = time.perf_counter() - start
    print(f"{count:>8,} primes below {10**power:>12,}   {took * 1000:6.1f} ms")
`,
};
