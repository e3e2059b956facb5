/** Every key of `[[tool.packwheel.native]]`, as data: the reader checks by it, and the reference is written from it. */
import type { NativeKind } from "./tool-native.ts";

export interface NativeKey {
  readonly name: string;
  /** As the reference shows it. */
  readonly type: string;
  /** What counts when the key is not there. */
  readonly default: string;
  /** One line. */
  readonly meaning: string;
  /** Whether a table below `target` may give it another value. */
  readonly perTarget: boolean;
  /** Kinds that it is for; undefined for all. */
  readonly kinds?: readonly NativeKind[];
  /** The way of making that it belongs to; undefined for both. */
  readonly with?: "command" | "sources";
}

export const NATIVE_KEYS: readonly NativeKey[] = [
  {
    name: "kind",
    type: "string",
    default: "must be given",
    meaning: "How Python sees it: cffi, ctypes, extension or executable",
    perTarget: false,
  },
  {
    name: "module",
    type: "string",
    default: "must be given, but for executables",
    meaning: "Dotted name of the module that loads it; of an executable, the package whose bin/ gets it",
    perTarget: false,
  },
  {
    name: "name",
    type: "string",
    default: "the module; must be given for executables",
    meaning: "What messages call it, the file name of an executable, and the cargo target to take",
    perTarget: false,
  },
  {
    name: "command",
    type: "string or array of strings",
    default: "command or sources must be given",
    meaning: "The program that builds it; a string goes through the shell",
    perTarget: true,
  },
  {
    name: "cwd",
    type: "string",
    default: "the project",
    meaning: "Folder that the command runs in",
    perTarget: true,
    with: "command",
  },
  {
    name: "env",
    type: "table of strings",
    default: "{}",
    meaning: "Further environment variables for the command",
    perTarget: true,
    with: "command",
  },
  {
    name: "artifact",
    type: "string",
    default: "what cargo says, or the only one in PACKWHEEL_OUT_DIR",
    meaning: "Glob of the file that the command makes, from PACKWHEEL_OUT_DIR or from the project",
    perTarget: true,
    with: "command",
  },
  {
    name: "inputs",
    type: "array of strings",
    default: "nothing: the command always runs",
    meaning: "Globs of the files that the command reads; while they stay the same, its last result is taken",
    perTarget: true,
    with: "command",
  },
  {
    name: "sources",
    type: "array of strings",
    default: "command or sources must be given",
    meaning: "Globs of C and C++ files that packwheel compiles with the compiler it finds",
    perTarget: true,
  },
  {
    name: "include-dirs",
    type: "array of strings",
    default: "[]",
    meaning: "Folders with headers; their headers go into the sdist",
    perTarget: true,
    with: "sources",
  },
  {
    name: "defines",
    type: "array of strings",
    default: "[]",
    meaning: "Macros, as NAME or NAME=VALUE",
    perTarget: true,
    with: "sources",
  },
  {
    name: "flags",
    type: "array of strings",
    default: "[]",
    meaning: "Further flags for compiling and linking",
    perTarget: true,
    with: "sources",
  },
  {
    name: "libraries",
    type: "array of strings",
    default: "[]",
    meaning: "Libraries to link with: m for -lm",
    perTarget: true,
    with: "sources",
  },
  {
    name: "std",
    type: "string",
    default: "the compiler's own",
    meaning: "Language standard, for example c11 or c++17",
    perTarget: true,
    with: "sources",
  },
  {
    name: "header",
    type: "string",
    default: "must be given for cffi",
    meaning: "C header, or cdef text, that says what the library offers",
    perTarget: true,
    kinds: ["cffi"],
  },
  {
    name: "header-defines",
    type: "array of strings",
    default: '["PYTHON_HEADER"]',
    meaning: "Macros while the header is read, as NAME or NAME=VALUE",
    perTarget: true,
    kinds: ["cffi"],
  },
  {
    name: "rtld-flags",
    type: "array of strings",
    default: '["NOW"]',
    meaning: "How the library is opened: NOW, LAZY, GLOBAL, LOCAL, NODELETE, NOLOAD, DEEPBIND",
    perTarget: true,
    kinds: ["cffi", "ctypes"],
  },
  {
    name: "target",
    type: "table of tables",
    default: "{}",
    meaning: "Other values for one target: linux, macos-arm64, windows, x86_64-unknown-linux-musl",
    perTarget: false,
  },
];
