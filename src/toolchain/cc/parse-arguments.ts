/** The words after `cc`, read once: what is to be done, with which files, and who gets which option. */
import { PackwheelError } from "../../core/errors.ts";
import {
  IGNORED_BEGINNINGS,
  type InputLanguage,
  LANGUAGE_NAMES,
  languageOfFile,
  type OptionRoom,
  PLAIN_OPTIONS,
  VALUE_OPTIONS,
} from "./options.ts";

export type CcAction = "link" | "object" | "assembly" | "preprocess" | "dependencies" | "check";

/** What is asked about the compiler itself; nothing is compiled then. */
export type CcQuestion = "version" | "target" | "number" | "search-dirs" | { readonly file: string };

/** In the order of the words, which counts for the linker. */
export type CcItem =
  | { readonly kind: "source"; readonly path: string; readonly language: Exclude<InputLanguage, "link"> }
  | { readonly kind: "file"; readonly path: string }
  /** As the linker takes it: `-lm`, `--as-needed`. */
  | { readonly kind: "word"; readonly word: string };

export interface DependencyFile {
  /** Undefined: the name of the object, with `.d`. */
  readonly path: string | undefined;
  /** `-MT` and `-MQ`; empty: the name of the object. */
  readonly targets: readonly string[];
  readonly ownHeadersOnly: boolean;
  /** `-MP`: a rule for each header as well, so that make does not stop when one is gone. */
  readonly phony: boolean;
}

export interface CcArguments {
  readonly action: CcAction;
  readonly question: CcQuestion | undefined;
  readonly items: readonly CcItem[];
  readonly output: string | undefined;
  /** For clang. */
  readonly flags: readonly string[];
  /** For the code generator: `0` to `3`. */
  readonly level: string;
  readonly target: string | undefined;
  readonly isShared: boolean;
  readonly isRelocatable: boolean;
  readonly isStatic: boolean;
  readonly isStripped: boolean;
  readonly withoutLibraries: boolean;
  readonly withoutStart: boolean;
  readonly withoutHeaders: boolean;
  readonly wantsDebugInformation: boolean;
  /** `-MD`, `-MMD`, `-M`, `-MM` */
  readonly dependencies: DependencyFile | undefined;
  readonly isVerbose: boolean;
}

const ACTIONS: ReadonlyMap<string, CcAction> = new Map<string, CcAction>([
  ["-c", "object"],
  ["-S", "assembly"],
  ["-E", "preprocess"],
  ["-M", "dependencies"],
  ["-MM", "dependencies"],
  ["-fsyntax-only", "check"],
]);

/** The one that does less wins, whatever the order. */
const ACTION_ORDER: readonly CcAction[] = ["link", "object", "assembly", "check", "preprocess", "dependencies"];

const QUESTIONS: ReadonlyMap<string, CcQuestion> = new Map<string, CcQuestion>([
  ["--version", "version"],
  ["-dumpmachine", "target"],
  ["-print-target-triple", "target"],
  ["-print-effective-triple", "target"],
  ["-dumpversion", "number"],
  ["-dumpfullversion", "number"],
  ["-print-search-dirs", "search-dirs"],
  ["-print-multi-os-directory", { file: "." }],
  ["-print-multiarch", { file: "" }],
  ["-print-sysroot", { file: "" }],
  ["-print-libgcc-file-name", { file: "libgcc.a" }],
]);

/**
 * @param words Without `@file`, which the caller has replaced.
 * @param driver `c++` reads files that end in `.c` as C++.
 * @throws {PackwheelError} `CC_INVALID`
 */
export function parseCcArguments(words: readonly string[], driver: "c" | "c++" = "c"): CcArguments {
  const reader = new ArgumentReader(words, driver);
  reader.readAll();
  return reader.result();
}

class ArgumentReader {
  readonly #words: readonly string[];
  readonly #driver: "c" | "c++";
  #next = 0;
  #onlyFiles = false;
  #language: InputLanguage | undefined;
  #action: CcAction = "link";
  #question: CcQuestion | undefined;
  readonly #items: CcItem[] = [];
  readonly #flags: string[] = [];
  #output: string | undefined;
  #target: string | undefined;
  #level = "0";
  readonly #switches = new Set<string>();
  readonly #dependencyTargets: string[] = [];
  #dependencyPath: string | undefined;

  constructor(words: readonly string[], driver: "c" | "c++") {
    this.#words = words;
    this.#driver = driver;
  }

  readAll(): void {
    while (this.#next < this.#words.length) this.#read(this.#words[this.#next++] ?? "");
  }

  result(): CcArguments {
    const has = (...names: readonly string[]): boolean => names.some((name) => this.#switches.has(name));
    const wantsDependencies = has("-M", "-MM", "-MD", "-MMD");
    return {
      action: this.#action,
      question: this.#question ?? (has("-v") && this.#items.length === 0 ? "version" : undefined),
      items: this.#items,
      output: this.#output,
      flags: this.#flags,
      level: this.#level,
      target: this.#target,
      isShared: has("-shared", "--shared"),
      isRelocatable: has("-r"),
      isStatic: has("-static", "--static"),
      isStripped: has("-s"),
      withoutLibraries: has("-nostdlib", "-nodefaultlibs"),
      withoutStart: has("-nostdlib", "-nostartfiles"),
      withoutHeaders: has("-nostdinc", "-nostdlibinc"),
      wantsDebugInformation: has("-g"),
      dependencies: wantsDependencies
        ? {
            path: this.#dependencyPath,
            targets: this.#dependencyTargets,
            ownHeadersOnly: has("-MM", "-MMD"),
            phony: has("-MP"),
          }
        : undefined,
      isVerbose: has("-v"),
    };
  }

  #read(word: string): void {
    if (this.#onlyFiles || word === "-" || !word.startsWith("-")) this.#addFile(word);
    else if (word === "--") this.#onlyFiles = true;
    else if (this.#readQuestion(word) || this.#readAction(word) || this.#readOwn(word)) return;
    else if (!this.#readDependencies(word)) this.#readOther(word);
  }

  #readOther(word: string): void {
    if (IGNORED_BEGINNINGS.some((beginning) => word.startsWith(beginning))) return;
    const room = PLAIN_OPTIONS.get(word);
    const option = VALUE_OPTIONS.find(({ name, value }) => {
      return word === name ? value !== "joined" : value !== "next" && word.startsWith(name);
    });
    if (room !== undefined) this.#give(room, [word]);
    else if (option === undefined) this.#flags.push(word);
    else if (word === option.name) this.#give(option.room, [option.name, this.#value(word)]);
    else this.#give(option.room, [option.name, word.slice(option.name.length)]);
  }

  #readQuestion(word: string): boolean {
    const question = QUESTIONS.get(word.replace(/^--(?=print-)/, "-"));
    const file = /^--?print-(?:file|prog)-name=(.*)$/.exec(word)?.[1];
    if (question === undefined && file === undefined) return false;
    this.#question ??= question ?? { file: file ?? "" };
    return true;
  }

  #readAction(word: string): boolean {
    const action = ACTIONS.get(word);
    if (action === undefined) return false;
    if (ACTION_ORDER.indexOf(action) > ACTION_ORDER.indexOf(this.#action)) this.#action = action;
    if (action === "dependencies") this.#switches.add(word);
    return true;
  }

  /** What decides about the whole run. */
  #readOwn(word: string): boolean {
    if (word.startsWith("-o") && word !== "-objc") {
      this.#output = word === "-o" ? this.#value(word) : word.slice(2);
    } else if (word.startsWith("-x")) {
      this.#setLanguage(word === "-x" ? this.#value(word) : word.slice(2));
    } else if (word.startsWith("--target=") || word === "-target" || word === "--target") {
      this.#target = word.startsWith("--target=") ? word.slice("--target=".length) : this.#value(word);
    } else if (/^-O(?:[0-9]+|s|z|g|fast)?$/.test(word)) {
      this.#level = codegenLevel(word.slice(2));
      this.#flags.push(word);
    } else if (/^-g(?:[0-3]|gdb.*|dwarf.*|line-.*|split-dwarf.*|codeview|z|strict-dwarf)?$/.test(word)) {
      if (word === "-g0") this.#switches.delete("-g");
      else this.#switches.add("-g");
    } else if (OWN_SWITCHES.has(word)) {
      this.#switches.add(word);
    } else {
      return false;
    }
    return true;
  }

  #readDependencies(word: string): boolean {
    if (word === "-MF") this.#dependencyPath = this.#value(word);
    else if (word.startsWith("-MF")) this.#dependencyPath = word.slice(3);
    else if (word === "-MT") this.#dependencyTargets.push(this.#value(word));
    else if (word === "-MQ") this.#dependencyTargets.push(quoteForMake(this.#value(word)));
    else if (["-MD", "-MMD", "-MP"].includes(word)) this.#switches.add(word);
    else if (word !== "-MG") return false;
    return true;
  }

  #give(room: OptionRoom, words: readonly string[]): void {
    const [name = "", value = ""] = words;
    if (room === "compile" || room === "both") {
      this.#flags.push(...(name.endsWith(",") ? [`${name}${value}`] : words));
    }
    if (room === "link" || room === "both") {
      for (const word of linkerWords(name, value)) this.#items.push({ kind: "word", word });
    }
    if (name === "-s") this.#switches.add(name);
  }

  #addFile(path: string): void {
    if (this.#language === undefined && /\.mm?$/.test(path)) throw objectiveC(path);
    const language = path === "-" ? (this.#language ?? "c") : (this.#language ?? languageOfFile(path));
    if (language === "link") this.#items.push({ kind: "file", path });
    else this.#items.push({ kind: "source", path, language: language === "c" ? this.#driver : language });
  }

  #setLanguage(name: string): void {
    if (name.startsWith("objective-c")) throw objectiveC(name);
    if (!LANGUAGE_NAMES.has(name)) {
      throw new PackwheelError("CC_INVALID", `Cannot compile "${name}": it is no language that packwheel compiles`, {
        hint: `Choose one of ${[...LANGUAGE_NAMES.keys()].join(", ")}`,
      });
    }
    this.#language = LANGUAGE_NAMES.get(name);
  }

  #value(option: string): string {
    const value = this.#words[this.#next++];
    if (value !== undefined) return value;
    throw new PackwheelError("CC_INVALID", `Cannot read option "${option}": its value is missing`);
  }
}

function objectiveC(what: string): PackwheelError {
  return new PackwheelError(
    "CC_INVALID",
    `Cannot compile "${what}": it is Objective-C, which packwheel does not compile`,
    {
      hint: "Compile it on a Mac, by a command of the native table, with Apple's compiler",
    },
  );
}

const OWN_SWITCHES: ReadonlySet<string> = new Set([
  "-shared",
  "--shared",
  "-static",
  "--static",
  "-r",
  "-nostdlib",
  "-nodefaultlibs",
  "-nostartfiles",
  "-nostdinc",
  "-nostdlibinc",
  "-v",
]);

/** clang's own levels as the code generator knows them. */
function codegenLevel(level: string): string {
  if (level === "" || level === "g") return "1";
  if (level === "s" || level === "z") return "2";
  return level === "fast" || Number(level) > 3 ? "3" : level;
}

function linkerWords(name: string, value: string): readonly string[] {
  switch (name) {
    case "-Wl,":
      return value.split(",");
    case "-Xlinker":
      return [value];
    case "-z":
    case "-u":
      return [name, value];
    case "-rdynamic":
      return ["--export-dynamic"];
    case "-pthread":
      return ["-lpthread"];
    case "-s":
      return [];
    default:
      return [`${name}${value}`];
  }
}

/** A name as make reads it in a rule. */
export function quoteForMake(name: string): string {
  return name.replace(/[ #]/g, "\\$&").replaceAll("$", "$$$$");
}
