/* Words counted in a table, and a search that steps by bad characters. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIZE = 4000000, SLOTS = 1 << 16 };
static char text[SIZE + 1];
static struct { uint32_t hash; int count; } slots[SLOTS];
static int search(const char *what) {
  int step[256], n = (int)strlen(what), found = 0;
  for (int i = 0; i < 256; i++) step[i] = n;
  for (int i = 0; i < n - 1; i++) step[(unsigned char)what[i]] = n - 1 - i;
  for (int i = 0; i + n <= SIZE; i += step[(unsigned char)text[i + n - 1]]) if (text[i + n - 1] == what[n - 1] && memcmp(text + i, what, (size_t)n) == 0) found++;
  return found;
}

int main(void) {
  uint32_t state = 3;
  int words = 0, most = 0, found = 0;
  for (int i = 0; i < SIZE; i++) { state = state * 1664525u + 1013904223u; text[i] = state >> 29 == 0 ? ' ' : (char)('a' + (state >> 24) % 12); }
  for (int round = 0; round < 12; round++) {
    uint32_t hash = 2166136261u;
    for (int i = 0; i <= SIZE; i++) {
      if (text[i] != ' ' && text[i] != 0) { hash = (hash ^ (unsigned char)text[i]) * 16777619u; continue; }
      uint32_t at = hash & (SLOTS - 1);
      for (int tries = 0; tries < 8 && slots[at].count != 0 && slots[at].hash != hash; tries++) at = (at + 1) & (SLOTS - 1);
      slots[at].hash = hash;
      if (++slots[at].count > most) most = slots[at].count;
      words++;
      hash = 2166136261u;
    }
  }
  static const char *const patterns[] = {"abcd", "kjihgf", "aaaa", "lkl lk", "badcfe"};
  for (int round = 0; round < 20; round++) for (int i = 0; i < 5; i++) found += search(patterns[i]);
  printf("%d %d %d\n", words, most, found);
  return 0;
}
