/* Multiplying and rotating hashes over a megabyte. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t rotate(uint64_t x, int n) { return x << n | x >> (64 - n); }
static uint64_t hash(const unsigned char *p, size_t n) {
  uint64_t a = 0x9e3779b185ebca87u, b = 0xc2b2ae3d27d4eb4fu, c = 0x165667b19e3779f9u, d = 7;
  for (; n >= 32; n -= 32, p += 32) {
    uint64_t w[4];
    memcpy(w, p, 32);
    a = rotate(a + w[0] * 0xc2b2ae3d27d4eb4fu, 31) * 0x9e3779b185ebca87u;
    b = rotate(b + w[1] * 0xc2b2ae3d27d4eb4fu, 31) * 0x9e3779b185ebca87u;
    c = rotate(c + w[2] * 0xc2b2ae3d27d4eb4fu, 31) * 0x9e3779b185ebca87u;
    d = rotate(d + w[3] * 0xc2b2ae3d27d4eb4fu, 31) * 0x9e3779b185ebca87u;
  }
  uint64_t h = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
  while (n-- > 0) h = rotate(h ^ *p++ * 0x27d4eb2f165667c5u, 11) * 0x9e3779b185ebca87u;
  return h ^ h >> 33;
}

int main(void) {
  enum { SIZE = 1 << 20 };
  unsigned char *data = malloc(SIZE);
  uint64_t sum = 0;
  if (!data) return 1;
  for (int i = 0; i < SIZE; i++) data[i] = (unsigned char)(i * 31 ^ i >> 7);
  for (int round = 0; round < 1500; round++) { data[round] ^= 1; sum ^= hash(data, SIZE - (size_t)round % 31); }
  printf("%016llx\n", (unsigned long long)sum);
  return 0;
}
