/**
 * The options of `cc` that packwheel tells apart; all others go to clang, which knows whether they are right.
 * Specs: c99 of POSIX.1-2017; https://gcc.gnu.org/onlinedocs/gcc/Option-Summary.html
 */

/** Who an option is for. */
export type OptionRoom =
  /** The front end. */
  | "compile"
  /** The linker, in the place where it stands among the files. */
  | "link"
  /** Both. */
  | "both"
  /** It says nothing here. */
  | "ignored";

export interface ValueOption {
  readonly name: string;
  /** `-I dir` and `-Idir`, or the one of both that is right. */
  readonly value: "next" | "joined" | "either";
  readonly room: OptionRoom;
}

/** Options of clang and the linker that have a value. Longer names stand before those that they begin with. */
export const VALUE_OPTIONS: readonly ValueOption[] = [
  { name: "-isystem", value: "either", room: "compile" },
  { name: "-iquote", value: "either", room: "compile" },
  { name: "-idirafter", value: "either", room: "compile" },
  { name: "-iprefix", value: "either", room: "compile" },
  { name: "-iwithprefix", value: "either", room: "compile" },
  { name: "-isysroot", value: "either", room: "ignored" },
  { name: "--sysroot", value: "next", room: "ignored" },
  { name: "--sysroot=", value: "joined", room: "ignored" },
  { name: "-include", value: "next", room: "compile" },
  { name: "-imacros", value: "next", room: "compile" },
  { name: "-Xclang", value: "next", room: "compile" },
  { name: "-mllvm", value: "next", room: "compile" },
  { name: "-Xpreprocessor", value: "next", room: "compile" },
  { name: "-Wp,", value: "joined", room: "compile" },
  { name: "-I", value: "either", room: "compile" },
  { name: "-D", value: "either", room: "compile" },
  { name: "-U", value: "either", room: "compile" },
  { name: "-B", value: "either", room: "ignored" },
  { name: "-Xassembler", value: "next", room: "ignored" },
  { name: "-L", value: "either", room: "link" },
  { name: "-l", value: "either", room: "link" },
  { name: "-T", value: "either", room: "link" },
  { name: "-u", value: "next", room: "link" },
  { name: "-z", value: "next", room: "link" },
  { name: "-Wl,", value: "joined", room: "link" },
  { name: "-Xlinker", value: "next", room: "link" },
];

/** Words without a value that are not for clang, or not for clang alone. */
export const PLAIN_OPTIONS: ReadonlyMap<string, OptionRoom> = new Map<string, OptionRoom>([
  ["-static-libgcc", "ignored"],
  ["-shared-libgcc", "ignored"],
  ["-static-libstdc++", "ignored"],
  ["-pipe", "ignored"],
  ["-save-temps", "ignored"],
  ["-rdynamic", "link"],
  ["-s", "link"],
  ["-pie", "ignored"],
  ["-no-pie", "ignored"],
  ["-static-pie", "ignored"],
  ["-pthread", "both"],
]);

/** Beginnings of words that mean nothing here: there is one linker, and no code that is optimised when linking. */
export const IGNORED_BEGINNINGS: readonly string[] = [
  "-Wa,",
  "-fuse-ld=",
  "-flto",
  "-fno-lto",
  "-ffat-lto",
  "-save-temps=",
];

/** `-x` and endings of names -> language; "link" is what the linker takes. */
export type InputLanguage = "c" | "c++" | "assembler" | "assembler-with-cpp" | "header" | "link";

const ENDINGS: Readonly<Record<string, InputLanguage>> = {
  c: "c",
  i: "c",
  cc: "c++",
  cp: "c++",
  cxx: "c++",
  cpp: "c++",
  "c++": "c++",
  C: "c++",
  CPP: "c++",
  ii: "c++",
  S: "assembler-with-cpp",
  sx: "assembler-with-cpp",
  s: "assembler",
  h: "header",
  hh: "header",
  hpp: "header",
};

export function languageOfFile(path: string): InputLanguage {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1] ?? "";
  return ENDINGS[ending] ?? "link";
}

/** What `-x` takes. */
export const LANGUAGE_NAMES: ReadonlyMap<string, InputLanguage | undefined> = new Map<
  string,
  InputLanguage | undefined
>([
  ["none", undefined],
  ["c", "c"],
  ["cpp-output", "c"],
  ["c++", "c++"],
  ["c++-cpp-output", "c++"],
  ["assembler", "assembler"],
  ["assembler-with-cpp", "assembler-with-cpp"],
]);
