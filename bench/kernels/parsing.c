/* A reader of JSON: branches on characters, recursion, numbers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct result { long objects, arrays, strings, letters; double numbers; };
static const char *at;
static void space(void) { while (*at == ' ' || *at == '\n' || *at == '\t' || *at == ',' || *at == ':') at++; }
static void value(struct result *r) {
  space();
  switch (*at) {
    case '{': r->objects++; for (at++, space(); *at != '}'; space()) { value(r); value(r); } at++; break;
    case '[': r->arrays++; for (at++, space(); *at != ']'; space()) value(r); at++; break;
    case '"':
      r->strings++;
      for (at++; *at != '"'; at++) { if (*at == '\\') at++; r->letters += *at; }
      at++;
      break;
    case 't': at += 4; break;
    case 'f': at += 5; break;
    case 'n': at += 4; break;
    default: {
      double sign = 1, v = 0, scale = 1;
      if (*at == '-') { sign = -1; at++; }
      while (*at >= '0' && *at <= '9') v = v * 10 + (*at++ - '0');
      if (*at == '.') for (at++; *at >= '0' && *at <= '9'; at++) v += (*at - '0') * (scale *= 0.1);
      r->numbers += sign * v;
    }
  }
}

int main(void) {
  static const char item[] = "{\"id\": 12345, \"name\": \"some \\\"quoted\\\" name\", \"tags\": [\"a\", \"bc\", \"def\"], \"price\": -12.375, \"on\": true, \"none\": null, \"at\": {\"x\": 1.5, \"y\": 2.25}},\n";
  enum { ITEMS = 8000 };
  char *text = malloc(sizeof item * ITEMS + 10), *end = text;
  struct result r = {0, 0, 0, 0, 0};
  if (!text) return 1;
  *end++ = '[';
  for (int i = 0; i < ITEMS; i++) { memcpy(end, item, sizeof item - 1); end[7] = (char)('0' + i % 10); end += sizeof item - 1; }
  strcpy(end, "]");
  for (int round = 0; round < 120; round++) { at = text; value(&r); }
  printf("%ld %ld %ld %ld %.1f\n", r.objects, r.arrays, r.strings, r.letters, r.numbers);
  return 0;
}
