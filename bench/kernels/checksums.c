/* CRC-32 by tables, eight bytes at a time, and Adler-32. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint32_t table[8][256];
static uint32_t crc32(uint32_t crc, const unsigned char *p, size_t n) {
  crc = ~crc;
  for (; n >= 8; n -= 8, p += 8) {
    uint32_t low = crc ^ (p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24);
    crc = table[7][low & 255] ^ table[6][low >> 8 & 255] ^ table[5][low >> 16 & 255] ^ table[4][low >> 24] ^
          table[3][p[4]] ^ table[2][p[5]] ^ table[1][p[6]] ^ table[0][p[7]];
  }
  while (n-- > 0) crc = table[0][(crc ^ *p++) & 255] ^ crc >> 8;
  return ~crc;
}
static uint32_t adler(const unsigned char *p, size_t n) {
  uint32_t a = 1, b = 0;
  while (n > 0) {
    size_t part = n < 5552 ? n : 5552;
    n -= part;
    while (part-- > 0) { a += *p++; b += a; }
    a %= 65521;
    b %= 65521;
  }
  return b << 16 | a;
}

int main(void) {
  enum { SIZE = 1 << 20 };
  unsigned char *data = malloc(SIZE);
  uint32_t sum = 0;
  if (!data) return 1;
  for (uint32_t i = 0; i < 256; i++) {
    uint32_t c = i;
    for (int j = 0; j < 8; j++) c = c & 1 ? 0xedb88320u ^ c >> 1 : c >> 1;
    table[0][i] = c;
  }
  for (int k = 1; k < 8; k++) for (int i = 0; i < 256; i++) table[k][i] = table[k - 1][i] >> 8 ^ table[0][table[k - 1][i] & 255];
  for (int i = 0; i < SIZE; i++) data[i] = (unsigned char)(i * 7 ^ i >> 5);
  for (int round = 0; round < 250; round++) sum = sum * 31 + crc32(sum, data, SIZE) + adler(data, SIZE);
  printf("%08x\n", (unsigned)sum);
  return 0;
}
