/*
 * Where a program begins: `_start`, which the loader jumps to with the arguments on the stack, and what calls `main`.
 * Specs: the System V ABI supplement of each processor, "Process Initialization"; __libc_start_main of the Linux Standard
 * Base.
 */
#include "../builtins/rt.h"

typedef void hook(void);
typedef void array_entry(int, char **, char **);
typedef int main_function(int, char **, char **);

#pragma GCC visibility pop
int main(int, char **, char **);
#pragma GCC visibility push(hidden)

#if defined(__PACKWHEEL_GLIBC__) && __PACKWHEEL_GLIBC_MINOR__ < 34
/* Constructors of the program itself: until 2.34 glibc left them to the program. Destructors are the loader's. */
extern array_entry *const __init_array_start[];
extern array_entry *const __init_array_end[];

static void run_constructors(int count, char **arguments, char **environment)
{
    for (array_entry *const *entry = __init_array_start; entry != __init_array_end; entry++)
        (*entry)(count, arguments, environment);
}
#define CONSTRUCTORS run_constructors
#else
#define CONSTRUCTORS 0
#endif

#if defined(__powerpc64__) && defined(__PACKWHEEL_GLIBC__)
/* Here glibc takes the parts of the stack one by one, and the functions of the program in a structure. */
struct startup {
    void *unused;
    main_function *main;
    array_entry *constructors;
    hook *destructors;
};

#pragma GCC visibility pop
int __libc_start_main(int, char **, char **, void *, hook *, const struct startup *, char **);
#pragma GCC visibility push(hidden)

static const struct startup startup = { 0, main, CONSTRUCTORS, 0 };

__attribute__((used)) void packwheel_start(long count, char **arguments, char **environment, void *auxiliary,
                                           hook *loader_end, char **stack)
{
    __libc_start_main((int)count, arguments, environment, auxiliary, loader_end, &startup, stack);
    __builtin_trap();
}
#else
#pragma GCC visibility pop
int __libc_start_main(main_function *, int, char **, array_entry *, hook *, hook *, void *);
#pragma GCC visibility push(hidden)

__attribute__((used)) void packwheel_start(long *stack, hook *loader_end)
{
    char **arguments = (char **)(stack + 1);

#ifndef __PACKWHEEL_GLIBC__
    loader_end = 0; /* musl's loader leaves nothing here */
#endif
    __libc_start_main(main, (int)*stack, arguments, CONSTRUCTORS, 0, loader_end, stack);
    __builtin_trap();
}
#endif

/* The outermost frame, aligned; what the loader wants called at the end comes in a register of each machine's own. */
__asm__(".text\n"
        ".globl _start\n"
#ifdef __arm__
        ".type _start, %function\n"
#else
        ".type _start, @function\n"
#endif
#if defined(__x86_64__)
        "_start:\n"
        "\txorl %ebp, %ebp\n"
        "\tmovq %rsp, %rdi\n"
        "\tmovq %rdx, %rsi\n"
        "\tandq $-16, %rsp\n"
        "\tcall packwheel_start\n"
#elif defined(__i386__)
        "_start:\n"
        "\txorl %ebp, %ebp\n"
        "\tmovl %esp, %eax\n"
        "\tandl $-16, %esp\n"
        "\tsubl $8, %esp\n"
        "\tpushl %edx\n"
        "\tpushl %eax\n"
        "\tcall packwheel_start\n"
#elif defined(__aarch64__)
        "_start:\n"
        "\tmov x29, #0\n"
        "\tmov x30, #0\n"
        "\tmov x1, x0\n"
        "\tmov x0, sp\n"
        "\tand sp, x0, #-16\n"
        "\tb packwheel_start\n"
#elif defined(__arm__)
#ifdef __thumb__
        ".thumb_func\n"
#endif
        "_start:\n"
        "\tmov fp, #0\n"
        "\tmov lr, #0\n"
        "\tmov r1, r0\n"
        "\tmov r0, sp\n"
        "\tbic r2, r0, #7\n"
        "\tmov sp, r2\n"
        "\tbl packwheel_start\n"
#elif defined(__powerpc64__)
        "_start:\n"
        "\taddis 2, 12, .TOC.-_start@ha\n"
        "\taddi 2, 2, .TOC.-_start@l\n"
        ".localentry _start, .-_start\n"
#ifdef __PACKWHEEL_GLIBC__
        "\tmr 8, 1\n"
#else
        "\tmr 3, 1\n"
#endif
        "\tclrrdi 1, 1, 4\n"
        "\tli 0, 0\n"
        "\tmtlr 0\n"
        "\tstdu 0, -32(1)\n"
        "\tbl packwheel_start\n"
        "\tnop\n"
#elif defined(__s390x__)
        "_start:\n"
        "\tlgr %r2, %r15\n"
        "\tlgr %r3, %r14\n"
        "\tlghi %r11, 0\n"
        "\taghi %r15, -160\n"
        "\txc 0(8,%r15), 0(%r15)\n"
        "\tbrasl %r14, packwheel_start\n"
#elif defined(__riscv)
        "_start:\n"
        ".option push\n"
        ".option norelax\n"
        "\tlla gp, __global_pointer$\n"
        ".option pop\n"
        "\tmv a1, a0\n"
        "\tmv a0, sp\n"
        "\tandi sp, sp, -16\n"
        "\ttail packwheel_start\n"
#endif
        ".size _start, .-_start\n");
