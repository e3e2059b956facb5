/* A compressor with hash chains in the manner of LZ77, and its inverse. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 1 << 20, HASHES = 1 << 15, WINDOW = 1 << 15 };
static int heads[HASHES], previous[SIZE];
static unsigned char input[SIZE], packed[SIZE * 2], output[SIZE];

static unsigned hash(const unsigned char *p) { uint32_t w; memcpy(&w, p, 4); return w * 2654435761u >> 17; }
static int match(int a, int b, int limit) { int n = 0; while (n < limit && input[a + n] == input[b + n]) n++; return n; }
static int pack(void) {
  int o = 0;
  memset(heads, -1, sizeof heads);
  for (int i = 0; i < SIZE;) {
    int best = 0, from = 0;
    if (i + 4 <= SIZE) {
      unsigned h = hash(input + i);
      int limit = SIZE - i < 255 ? SIZE - i : 255, tries = 32;
      for (int at = heads[h]; at >= 0 && i - at < WINDOW && tries-- > 0; at = previous[at]) {
        int n = match(at, i, limit);
        if (n > best) { best = n; from = i - at; if (n == limit) break; }
      }
      previous[i] = heads[h];
      heads[h] = i;
    }
    if (best >= 4) {
      packed[o++] = 0; packed[o++] = (unsigned char)best; packed[o++] = (unsigned char)from; packed[o++] = (unsigned char)(from >> 8);
      i += best;
    } else { if (input[i] == 0) packed[o++] = 0, packed[o++] = 0; else packed[o++] = input[i]; i++; }
  }
  return o;
}
static int unpack(int n) {
  int o = 0;
  for (int i = 0; i < n;) {
    if (packed[i] != 0) { output[o++] = packed[i++]; continue; }
    int length = packed[i + 1];
    if (length == 0) { output[o++] = 0; i += 2; continue; }
    int from = packed[i + 2] | packed[i + 3] << 8;
    for (; length > 0; length--, o++) output[o] = output[o - from];
    i += 4;
  }
  return o;
}

int main(void) {
  uint32_t state = 1;
  for (int i = 0; i < SIZE; i++) {
    if (i % 53 == 0) state = state * 1664525u + 1013904223u;
    input[i] = (unsigned char)("the quick brown fox jumps over the lazy dog, again and again "[(i + (state >> 24)) % 61]);
  }
  int total = 0;
  for (int round = 0; round < 12; round++) { input[round * 100] ^= 1; total += pack(); }
  int n = unpack(pack());
  printf("%d %d\n", total, n == SIZE && memcmp(input, output, SIZE) == 0);
  return 0;
}
