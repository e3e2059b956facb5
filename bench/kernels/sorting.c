/* Quick sort of integers, merge sort of strings, a heap. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { N = 1000000 };
static uint32_t numbers[N], heap[N];
static const char *names[100000], *spare[100000];
static char letters[100000][12];
static void quick(uint32_t *v, int n) {
  while (n > 16) {
    uint32_t p = v[n / 2];
    int i = 0, j = n - 1;
    while (i <= j) {
      while (v[i] < p) i++;
      while (v[j] > p) j--;
      if (i <= j) { uint32_t t = v[i]; v[i++] = v[j]; v[j--] = t; }
    }
    quick(v + i, n - i);
    n = j + 1;
  }
  for (int i = 1; i < n; i++) { uint32_t t = v[i]; int j = i; for (; j > 0 && v[j - 1] > t; j--) v[j] = v[j - 1]; v[j] = t; }
}
static void merge(const char **v, int n) {
  if (n < 2) return;
  int m = n / 2, i = 0, j = m, k = 0;
  merge(v, m);
  merge(v + m, n - m);
  memcpy(spare, v, (size_t)n * sizeof *v);
  while (i < m || j < n) v[k++] = j == n || (i < m && strcmp(spare[i], spare[j]) <= 0) ? spare[i++] : spare[j++];
}

int main(void) {
  uint32_t state = 5, sum = 0;
  for (int round = 0; round < 12; round++) {
    for (int i = 0; i < N; i++) numbers[i] = state = state * 1664525u + 1013904223u;
    quick(numbers, N);
    sum = sum * 31 + numbers[N / 3];
  }
  for (int round = 0; round < 10; round++) {
    for (int i = 0; i < 100000; i++) { for (int j = 0; j < 10; j++) letters[i][j] = (char)('a' + ((state = state * 1664525u + 1013904223u) >> 28)); names[i] = letters[i]; }
    merge(names, 100000);
    sum += (uint32_t)names[500][3];
  }
  int n = 0;
  for (int i = 0; i < N; i++) {
    int c = n++;
    state = state * 1664525u + 1013904223u;
    for (; c > 0 && heap[(c - 1) / 2] > state; c = (c - 1) / 2) heap[c] = heap[(c - 1) / 2];
    heap[c] = state;
  }
  while (n > 1) {
    uint32_t last = heap[--n];
    int i = 0;
    for (int c; (c = 2 * i + 1) < n; i = c) { if (c + 1 < n && heap[c + 1] < heap[c]) c++; if (last <= heap[c]) break; heap[i] = heap[c]; }
    heap[i] = last;
    sum = sum * 31 + last;
  }
  printf("%u\n", (unsigned)sum);
  return 0;
}
