/*
 * Growing the stack: Windows maps it page by page, as each is touched from above. Compilers call these before they take
 * more than a page, with the size in a register.
 * Spec: https://learn.microsoft.com/en-us/windows/win32/devnotes/-win32-chkstk, and the ABI of each processor
 */
#include "../builtins/rt.h"

#if defined(__x86_64__)
/* Size in rax. Touches, changes no register, and leaves the moving of the stack to the caller. */
__asm__(".text\n"
        ".globl ___chkstk_ms\n"
        "___chkstk_ms:\n"
        "\tpushq %rcx\n"
        "\tpushq %rax\n"
        "\tcmpq $0x1000, %rax\n"
        "\tleaq 24(%rsp), %rcx\n"
        "\tjb 2f\n"
        "1:\tsubq $0x1000, %rcx\n"
        "\ttestq %rcx, (%rcx)\n"
        "\tsubq $0x1000, %rax\n"
        "\tcmpq $0x1000, %rax\n"
        "\tja 1b\n"
        "2:\tsubq %rax, %rcx\n"
        "\ttestq %rcx, (%rcx)\n"
        "\tpopq %rax\n"
        "\tpopq %rcx\n"
        "\tret\n");
#elif defined(__i386__)
/* Size in eax. Moves the stack itself. */
__asm__(".text\n"
        ".globl __alloca\n"
        ".globl __chkstk\n"
        "__alloca:\n"
        "__chkstk:\n"
        "\tpushl %ecx\n"
        "\tleal 8(%esp), %ecx\n"
        "\tcmpl $0x1000, %eax\n"
        "\tjb 2f\n"
        "1:\tsubl $0x1000, %ecx\n"
        "\ttestl %ecx, (%ecx)\n"
        "\tsubl $0x1000, %eax\n"
        "\tcmpl $0x1000, %eax\n"
        "\tja 1b\n"
        "2:\tsubl %eax, %ecx\n"
        "\ttestl %ecx, (%ecx)\n"
        "\tmovl %esp, %eax\n"
        "\tmovl %ecx, %esp\n"
        "\tmovl (%eax), %ecx\n"
        "\tpushl 4(%eax)\n"
        "\tret\n");
#elif defined(__aarch64__)
/* Size in units of 16 bytes in x15, which is left as it is. */
__asm__(".text\n"
        ".globl __chkstk\n"
        "__chkstk:\n"
        "\tlsl x16, x15, #4\n"
        "\tmov x17, sp\n"
        "1:\tsub x17, x17, #4096\n"
        "\tsubs x16, x16, #4096\n"
        "\tldr xzr, [x17]\n"
        "\tb.gt 1b\n"
        "\tret\n");
#endif
