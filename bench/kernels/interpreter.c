/* A machine of bytes: a large switch in a loop. */
#include <stdint.h>
#include <stdio.h>

enum { PUSH, ADD, SUB, MUL, DUP, SWAP, JUMP_IF, LOAD, STORE, LESS, XOR, SHIFT, HALT };
static int64_t run(const int *code, int64_t limit) {
  int64_t stack[32], memory[8] = {0};
  int top = 0;
  memory[0] = limit;
  for (const int *p = code;;) {
    switch (*p++) {
      case PUSH: stack[top++] = *p++; break;
      case ADD: top--; stack[top - 1] += stack[top]; break;
      case SUB: top--; stack[top - 1] -= stack[top]; break;
      case MUL: top--; stack[top - 1] = (int64_t)((uint64_t)stack[top - 1] * (uint64_t)stack[top]); break;
      case DUP: stack[top] = stack[top - 1]; top++; break;
      case SWAP: { int64_t t = stack[top - 1]; stack[top - 1] = stack[top - 2]; stack[top - 2] = t; break; }
      case JUMP_IF: if (stack[--top]) p = code + *p; else p++; break;
      case LOAD: stack[top++] = memory[*p++]; break;
      case STORE: memory[*p++] = stack[--top]; break;
      case LESS: top--; stack[top - 1] = stack[top - 1] < stack[top]; break;
      case XOR: top--; stack[top - 1] ^= stack[top]; break;
      case SHIFT: stack[top - 1] = (int64_t)((uint64_t)stack[top - 1] >> *p++); break;
      case HALT: return memory[1];
    }
  }
}

int main(void) {
  static const int code[] = {LOAD, 1, PUSH, 31, MUL, LOAD, 0, ADD, DUP, SHIFT, 7, XOR, STORE, 1, LOAD, 0, PUSH, 1, SUB, DUP, STORE, 0, PUSH, 0, SWAP, LESS, JUMP_IF, 0, HALT};
  printf("%lld\n", (long long)run(code, 20000000));
  return 0;
}
