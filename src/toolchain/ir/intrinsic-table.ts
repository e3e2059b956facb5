/** Intrinsics of LLVM 22 and what they are in LLVM 13. A name that is in none of these tables is an error. */
import { INTRINSICS } from "./data/intrinsics.ts";

let known: ReadonlySet<string> | undefined;

/** Whether LLVM 13 has it, by its name with or without the types that follow it. */
export function isKnownIntrinsic(name: string): boolean {
  known ??= new Set(
    Object.entries(INTRINSICS).flatMap(([prefix, rests]) =>
      rests.split(" ").map((rest) => (rest === "" ? prefix : `${prefix}.${rest}`)),
    ),
  );
  let base = name;
  for (;;) {
    if (known.has(base)) return true;
    const shorter = base.replace(MANGLED, "");
    if (shorter === base) return false;
    base = shorter;
  }
}

/** The last type of a name: `.i32`, `.f64`, `.v4i32`, `.p0i8`, `.x86_fp80`... */
const MANGLED = /\.(?:[if]\d+|bf16|f80|ppcf128|isVoid|(?:nx)?v\d+\w+|p\d+\w*|s_\w+|sl_\w+|a\d+\w+)$/;

/** Promises and records: without them the code means the same. */
export const DROPPED: ReadonlySet<string> = new Set([
  "llvm.assume",
  "llvm.experimental.noalias.scope.decl",
  "llvm.fake.use",
  "llvm.pseudoprobe",
  "llvm.dbg.declare",
  "llvm.dbg.value",
  "llvm.dbg.label",
  "llvm.dbg.assign",
  "llvm.invariant.end",
  "llvm.donothing",
]);

/** Overloaded on their pointer since; names of LLVM 13 have no type. */
export const PLAIN_POINTER: ReadonlySet<string> = new Set([
  "llvm.va_start",
  "llvm.va_end",
  "llvm.va_copy",
  "llvm.stacksave",
  "llvm.stackrestore",
  "llvm.eh.typeid.for",
  "llvm.returnaddress",
  "llvm.init.trampoline",
]);

/** Calls of the C library, by the name for `double`; `f` and `l` make the others. */
export const LIBRARY_CALLS: ReadonlyMap<string, string> = new Map([
  ["llvm.tan", "tan"],
  ["llvm.asin", "asin"],
  ["llvm.acos", "acos"],
  ["llvm.atan", "atan"],
  ["llvm.sinh", "sinh"],
  ["llvm.cosh", "cosh"],
  ["llvm.tanh", "tanh"],
  ["llvm.exp10", "exp10"],
  ["llvm.atan2", "atan2"],
  ["llvm.ldexp", "ldexp"],
]);

/** Moves of memory, whose arguments' alignment counts. */
export const MEMORY_MOVES: RegExp = /^llvm\.mem(?:cpy|move|set|cpy\.inline)\./;
