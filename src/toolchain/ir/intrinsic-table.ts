/** Intrinsics of LLVM 22 and what they are in LLVM 13. A name that is in none of these tables is an error. */
import { INTRINSICS } from "./data/intrinsics.ts";

/** Name -> whether types follow it. */
let known: ReadonlyMap<string, boolean> | undefined;

/**
 * The name by which LLVM 13 knows an intrinsic; undefined where it does not. A name that it does not know would become
 * that of a function, which nobody has.
 */
export function oldIntrinsicName(name: string): string | undefined {
  known ??= new Map(
    Object.entries(INTRINSICS).flatMap(([prefix, rests]) =>
      rests.split(" ").map((rest) => {
        const isOverloaded = rest.endsWith("*");
        return [`${prefix}.${isOverloaded ? rest.slice(0, -1) : rest}`, isOverloaded] as const;
      }),
    ),
  );
  let base = name;
  for (;;) {
    const isOverloaded = known.get(base);
    // What has types in its name now may have had none then.
    if (isOverloaded !== undefined) return isOverloaded ? withPointees(name) : base;
    const shorter = base.replace(MANGLED, "");
    if (shorter === base) return undefined;
    base = shorter;
  }
}

/** `.p0` -> `.p0i8`, `.v4p0` -> `.v4p0i8`, `.p1` -> `.p1i8` */
function withPointees(name: string): string {
  return name.replace(/\.((?:v\d+)?p\d+)(?=\.|$)/g, ".$1i8");
}

/** A name without the types that follow it. */
export function intrinsicBase(name: string): string {
  let base = name;
  for (;;) {
    const shorter = base.replace(MANGLED, "");
    if (shorter === base) return base;
    base = shorter;
  }
}

/** The last type of a name: `.i32`, `.f64`, `.v4i32`, `.p0`, `.sl_i32i32s`... */
const MANGLED = /\.(?:[if]\d+|bf16|ppcf128|isVoid|(?:nx)?v\d+[a-z]\w*|p\d+\w*|s_\w+|sl_\w+|a\d+\w+)$/;

/** What LLVM 13 has and cannot finish in its code generator. */
export const REFUSED: ReadonlyMap<string, string> = new Map([
  ["llvm.type.test", "control flow integrity is made by the linker of LLVM"],
  ["llvm.type.checked.load", "control flow integrity is made by the linker of LLVM"],
  ["llvm.icall.branch.funnel", "control flow integrity is made by the linker of LLVM"],
  ["llvm.hwasan.check.memaccess", "sanitizers need a library that is not there"],
  ["llvm.hwasan.check.memaccess.shortgranules", "sanitizers need a library that is not there"],
  ["llvm.xray.customevent", "XRay needs a library that is not there"],
  ["llvm.xray.typedevent", "XRay needs a library that is not there"],
  ["llvm.call.preallocated.setup", "arguments that are allocated before the call"],
]);

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
  "llvm.var.annotation",
]);

/** Marks at a value, which is the first operand. */
export const MARKS: ReadonlySet<string> = new Set(["llvm.ptr.annotation", "llvm.annotation"]);

/** Exclusive access to memory, whose size is that of the type that the attribute `elementtype` names. */
export const EXCLUSIVE: RegExp = /^llvm\.(?:aarch64\.(?:ldxr|ldaxr|stxr|stlxr)|arm\.(?:ldrex|ldaex|strex|stlex))$/;

/** What is exact in `float` too, so that LLVM 13 may compute it there for half-precision numbers. */
export const EXACT_FOR_HALF: ReadonlySet<string> = new Set(
  "fabs copysign minnum maxnum floor ceil trunc rint nearbyint round roundeven is.fpclass fptosi.sat fptoui.sat"
    .split(" ")
    .map((name) => `llvm.${name}`),
);

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
