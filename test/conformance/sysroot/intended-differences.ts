/**
 * Where our headers differ from those of Debian 12 on purpose, with the reason.
 * A row that no longer matches anything fails the test.
 */
export interface IntendedDifference {
  /** The variants that it is for: `linux-i686`, `linux-x86_64 from 2.17`, `musl-aarch64`. */
  readonly variant: RegExp;
  /** The facts that it is for: `sizeof(jmp_buf)`, `function int (stat) (...)`. */
  readonly fact: RegExp;
  readonly reason: string;
}

const ALL = /^/;
const GLIBC = /^linux-/;
const MUSL = /^musl-/;

export const INTENDED_DIFFERENCES: readonly IntendedDifference[] = [
  {
    variant: ALL,
    fact: /^header tgmath\.h$/,
    reason: "clang brings its own <tgmath.h>, for any C library",
  },
  {
    variant: GLIBC,
    fact: /^(sizeof\()?(ARG_MAX|LINK_MAX|NR_OPEN)\)?$/,
    reason: "<linux/limits.h> defines them as the kernel does; glibc's <limits.h> takes them away when it came first",
  },
  {
    variant: GLIBC,
    fact: /^(sizeof\()?(MINSIGSTKSZ|SIGSTKSZ|PTHREAD_STACK_MIN)\)?$/,
    reason: "since 2.34 glibc makes them calls of sysconf() for _GNU_SOURCE; arrays need the constants of before",
  },
  {
    variant: GLIBC,
    fact: /^function int \((sig)?setjmp\) /,
    reason: "glibc has macros where we have the function under the symbol that the macro calls",
  },
  {
    variant: / from 2\./,
    fact: /mallinfo2/,
    reason: "glibc has it since 2.33",
  },
  {
    variant: /^linux-(x86_64|i686) from 2\.17$/,
    fact: /^sizeof\(ucontext_t\)$/,
    reason: "glibc 2.28 put the state of shadow stacks at its end",
  },
  {
    variant: ALL,
    fact: /^sizeof\((FIO|TIOC|TC[GS]ET|HWCAP|UTIME_)\w+\)$/,
    reason:
      "the value is right; what takes it has a type of its own, so that the width of the constant does not matter",
  },
  {
    variant: MUSL,
    fact: /^(sizeof\()?(U?INT\w*|PTRDIFF|SIG_ATOMIC|SIZE|WCHAR|WINT)_WIDTH\)?$/,
    reason: "names of C23, which this musl does not have yet",
  },
  {
    variant: MUSL,
    fact: /^(sizeof\()?(U?LONG_LONG_M(AX|IN)|M_\w+l)\)?$/,
    reason: "GNU names that musl leaves out",
  },
  {
    variant: MUSL,
    fact: /^FLT_ROUNDS$/,
    reason: "a call of a function in musl's <float.h>, where the compiler's own has a constant",
  },
  {
    variant: /^musl-i686$/,
    fact: /max_align_t/,
    reason: "the compiler's own <stddef.h> defines it",
  },
  {
    variant: /^musl-riscv64$/,
    fact: /64|^function .*\((sync_file_range|copy_file_range|readahead|splice)\)/,
    reason: "names with 64 went behind _LARGEFILE64_SOURCE in musl 1.2.4; Debian has 1.2.3 for the other machines",
  },
  {
    variant: /^musl-riscv64$/,
    fact: /^(CPU_SETSIZE|SCHED_|CLONE_)/,
    reason: "Debian has a newer musl for riscv64 than for the other machines",
  },
];
