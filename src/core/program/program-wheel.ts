/**
 * The wheel of one prebuilt program for one platform: the program as package data, and a console script that runs it.
 * Layout: `hello/__init__.py` (launcher), `hello/__main__.py`, `hello/bin/hello`.
 */
import { PackwheelError } from "../errors.ts";
import { isIdentifier, isKeyword } from "../names/identifier.ts";
import { escapeName } from "../names/project-name.ts";
import { DETECT_LENGTH } from "../object/detect.ts";
import { fitsPlatform, readMachines } from "../object/machine.ts";
import type { MemberSource } from "../ports/engine.ts";
import { parsePlatformTag } from "../tags/platform-tag.ts";
import type { EntryPoints } from "../wheel/entry-points.ts";
import type { WheelMember } from "../wheel/wheel-member.ts";
import { launcherMain, launcherModule } from "./launcher.ts";

export interface Program {
  /** Name of the file inside the package: `hello`, `hello.exe`. */
  readonly fileName: string;
  readonly source: MemberSource;
  readonly platformTags: readonly string[];
}

export interface ProgramContents {
  readonly members: readonly WheelMember[];
  readonly entryPoints: EntryPoints;
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
      `Cannot make a package of "${name}": "${packageName}" is no Python name`,
      {
        hint: "Choose a name that begins with a letter with --name; --command keeps the script's name",
      },
    );
  }
  if (!/^[\w.-]+$/.test(command)) {
    throw new PackwheelError("PROGRAM_NAME_INVALID", `Cannot make a console script named "${command}"`, {
      hint: "Use letters, digits, `.`, `_` and `-` in --command",
    });
  }
  return {
    members: [
      textMember(`${packageName}/__init__.py`, launcherModule(program.fileName)),
      textMember(`${packageName}/__main__.py`, launcherMain(packageName)),
      {
        path: `${packageName}/bin/${program.fileName}`,
        size: program.source.size,
        executable: true,
        open: () => program.source.open(),
      },
    ],
    entryPoints: { console_scripts: { [command]: `${packageName}:main` } },
  };
}

/**
 * Compare the program's header with the platforms it is said to be for.
 * A program that is no ELF, Mach-O or PE file (a script) fits every platform.
 *
 * @throws {PackwheelError} `PROGRAM_WRONG_PLATFORM`
 */
export async function assertFitsPlatform(program: Program): Promise<void> {
  const machines = readMachines(await readHead(program.source));
  if (machines === undefined) return;
  for (const tag of program.platformTags) {
    if (fitsPlatform(machines, parsePlatformTag(tag))) continue;
    throw new PackwheelError(
      "PROGRAM_WRONG_PLATFORM",
      `Cannot tag "${program.source.path}" as ${tag}: it is for ${machines.system} on ${machines.machines.join(" and ")}`,
      { hint: "Give the platform that the program was built for", path: program.source.path },
    );
  }
}

function textMember(path: string, text: string): WheelMember {
  const bytes = new TextEncoder().encode(text);
  return {
    path,
    size: bytes.length,
    executable: false,
    async *open(): AsyncIterable<Uint8Array> {
      yield bytes;
    },
  };
}

async function readHead(source: MemberSource): Promise<Uint8Array> {
  const head = new Uint8Array(DETECT_LENGTH);
  let length = 0;
  for await (const chunk of source.open()) {
    const part = chunk.subarray(0, DETECT_LENGTH - length);
    head.set(part, length);
    length += part.length;
    if (length === DETECT_LENGTH) break;
  }
  return head.subarray(0, length);
}
