/**
 * The wheel of one prebuilt program for one platform: the program as package data, and a console script that runs it.
 * Layout: `hello/__init__.py` (launcher), `hello/__main__.py`, `hello/bin/hello`.
 */
import { PackwheelError } from "../errors.ts";
import { isIdentifier, isKeyword } from "../names/identifier.ts";
import { escapeName } from "../names/project-name.ts";
import { quote } from "../names/quote.ts";
import { DETECT_LENGTH } from "../object/detect.ts";
import type { MemberSource } from "../ports/engine.ts";
import type { EntryPoints } from "../wheel/entry-points.ts";
import { memoryMember } from "../wheel/memory-member.ts";
import type { WheelMember } from "../wheel/wheel-member.ts";
import { launcherMain, launcherModule } from "./launcher.ts";
import { detectProgram, type ProgramFormat, requirePlatforms } from "./program-format.ts";

export interface Program {
  /** Name of the file inside the package: `hello`, `hello.exe`. */
  readonly fileName: string;
  readonly source: MemberSource;
  readonly platformTags: readonly string[];
  readonly format: ProgramFormat;
}

export interface ProgramContents {
  readonly members: readonly WheelMember[];
  readonly entryPoints: EntryPoints;
}

/** Endings that tell the kind of a file and are no part of a command's name. */
const PROGRAM_ENDING = /\.(exe|bat|cmd|js|cjs|mjs|ts|cts|mts|sh)$/i;

/** The name that programs for several platforms share: `hello` of `hello` and `hello.exe`; undefined when they differ. */
export function commonCommand(fileNames: readonly string[]): string | undefined {
  const [name, ...others] = new Set(fileNames.map((fileName) => fileName.replace(PROGRAM_ENDING, "")));
  return others.length === 0 ? name : undefined;
}

/**
 * Members and entry points of a program's wheel.
 *
 * @param name Name of the Python project; the import package is its escaped form.
 * @param command Name of the console script.
 * @throws {PackwheelError} `PROGRAM_NAME_INVALID` when the name gives no import package or the command no script.
 */
export function programContents(name: string, command: string, program: Program): ProgramContents {
  const packageName = escapeName(name);
  if (!isIdentifier(packageName) || isKeyword(packageName)) {
    throw new PackwheelError(
      "PROGRAM_NAME_INVALID",
      `Cannot make a package of ${quote(name)}: ${quote(packageName)} is no Python name`,
      { hint: "Choose a name that begins with a letter with --name; --command keeps the script's name" },
    );
  }
  // Windows drops dots at the end of names, and a leading dash would be read as an option.
  if (!/^[A-Za-z0-9_][\w.-]*$/.test(command) || command.endsWith(".")) {
    throw new PackwheelError("PROGRAM_NAME_INVALID", `Cannot make a console script named ${quote(command)}`, {
      hint: "Give it a name of letters, digits, `.`, `_` and `-` with --command",
    });
  }
  const { fileName, source, format } = program;
  const interpreter = format.kind === "script" ? format.interpreter : [];
  return {
    members: [
      memoryMember(`${packageName}/__init__.py`, launcherModule({ fileName, interpreter })),
      memoryMember(`${packageName}/__main__.py`, launcherMain(packageName)),
      { path: `${packageName}/bin/${fileName}`, size: source.size, executable: true, open: () => source.open() },
    ],
    entryPoints: { console_scripts: { [command]: `${packageName}:main` } },
  };
}

/**
 * Look into a program's header, and compare it with the platforms it is said to be for.
 *
 * @throws {PackwheelError} `PROGRAM_NOT_RUNNABLE`, `PROGRAM_WRONG_PLATFORM`
 */
export async function inspectProgram(
  source: MemberSource,
  fileName: string,
  platformTags: readonly string[],
): Promise<Program> {
  const format = detectProgram(await readHead(source), source.path);
  requirePlatforms(format, platformTags, source.path);
  return { fileName, source, platformTags, format };
}

/** Windows programs of some linkers have their header behind a long stub. */
const HEAD_LENGTH: number = 64 * DETECT_LENGTH;

async function readHead(source: MemberSource): Promise<Uint8Array> {
  const head = new Uint8Array(Math.min(HEAD_LENGTH, Math.max(source.size, DETECT_LENGTH)));
  let length = 0;
  for await (const chunk of source.open()) {
    const part = chunk.subarray(0, head.length - length);
    head.set(part, length);
    length += part.length;
    if (length === head.length) break;
  }
  return head.subarray(0, length);
}
