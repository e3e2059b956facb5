/** Where the packages of the WASM compiler are: in the project, or beside packwheel. */
import { readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PackwheelError } from "../../core/errors.ts";
import { CLANG_PACKAGE, type CompilerPackage, LLC_PACKAGE } from "../../core/targets/compiler-packages.ts";

export interface PackageFinding extends CompilerPackage {
  /** Folder of the package; undefined when it is not installed. */
  readonly folder: string | undefined;
  /** Versions that were found instead. */
  readonly others: readonly string[];
}

/** The command that installs what is missing. */
export const INSTALL_COMMAND: string = `npm install --save-dev ${[CLANG_PACKAGE, LLC_PACKAGE].map(({ name, version }) => `${name}@${version}`).join(" ")}`;

/** @param directory The project's: what it has installed goes before what lies beside packwheel. */
export function findPackage(wanted: CompilerPackage, directory: string): PackageFinding {
  const others: string[] = [];
  for (const folder of packageFolders(wanted.name, directory)) {
    const version = versionOf(folder);
    if (version === wanted.version) return { ...wanted, folder, others };
    if (version !== undefined) others.push(version);
  }
  return { ...wanted, folder: undefined, others };
}

/** @throws {PackwheelError} `TOOLCHAIN_MISSING` */
export function requirePackages(directory: string): { readonly clang: string; readonly llc: string } {
  const found = [CLANG_PACKAGE, LLC_PACKAGE].map((wanted) => findPackage(wanted, directory));
  const [clang, llc] = found.map(({ folder }) => folder);
  if (clang !== undefined && llc !== undefined) return { clang, llc };
  const reasons = found
    .filter(({ folder }) => folder === undefined)
    .map(({ name, version, others }) => {
      return others.length === 0
        ? `${name} is not installed`
        : `${name} is there in version ${others[0]}, not ${version}`;
    });
  throw new PackwheelError("TOOLCHAIN_MISSING", `Cannot start the WASM compiler: ${reasons.join(", and ")}`, {
    hint: `Run \`${INSTALL_COMMAND}\``,
  });
}

/** As Node looks for packages: in `node_modules` of the folder, and of every folder above. */
export function packageFolders(name: string, directory: string): readonly string[] {
  const starts = [resolve(directory), dirname(fileURLToPath(import.meta.url))];
  const folders = new Set<string>();
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      folders.add(join(folder, "node_modules", name));
      if (dirname(folder) === folder) break;
    }
  }
  return [...folders];
}

function versionOf(folder: string): string | undefined {
  const path = join(folder, "package.json");
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
  try {
    const { version } = JSON.parse(readFileSync(path, "utf8")) as { readonly version?: unknown };
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
