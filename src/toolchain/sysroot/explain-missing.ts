/** Why a symbol is missing when linking: too new for the floor, withdrawn, or of another machine. */
import { type BuildTarget, floorName } from "../../core/targets/build-target.ts";
import { readTargetSymbols, type SysrootFiles } from "./library-data.ts";
import { compareReleases, homeAt } from "./symbol-history.ts";

export interface MissingSymbol {
  readonly message: string;
  readonly hint: string;
}

/** Undefined for names that the C library of the target has never had, or has at this floor. */
export function explainMissing(
  symbol: string,
  target: BuildTarget,
  floor: string,
  sysroot: SysrootFiles,
): MissingSymbol | undefined {
  const { library, symbols } = readTargetSymbols(target, sysroot);
  const history = symbols.get(symbol);
  const withoutIt = `do without \`${symbol}\``;
  if (history === undefined) {
    if (library.withdrawn.has(symbol)) {
      return { message: `${floorName(target)} keeps \`${symbol}\` for old programs alone`, hint: capital(withoutIt) };
    }
    const others = [...library.machines].filter(([, names]) => names.has(symbol)).map(([machine]) => machine);
    if (others.length === 0) return undefined;
    const message = `${floorName(target)} has \`${symbol}\` on ${others.join(", ")}, not on ${target.machine}`;
    return { message, hint: capital(withoutIt) };
  }
  if (homeAt(history, floor) !== undefined) return undefined;
  const next = history.homes.find(({ from, library }) => library !== undefined && compareReleases(from, floor) > 0);
  if (next !== undefined) {
    const tag = tagFrom(target, next.from);
    return {
      message: `\`${symbol}\` needs ${floorName(target)} ${next.from}, and ${target.name} is built for ${floor} and newer`,
      hint: tag === undefined ? capital(withoutIt) : `Give the wheel the platform tag ${tag}, or ${withoutIt}`,
    };
  }
  const gone = history.homes.at(-1)?.from ?? floor;
  return { message: `${floorName(target)} has \`${symbol}\` no more since ${gone}`, hint: capital(withoutIt) };
}

/** The tag that raises the floor to a release: `manylinux_2_25_x86_64`. Tags have no third number. */
function tagFrom({ defaultTag }: BuildTarget, release: string): string | undefined {
  const [major, minor, patch] = release.split(".");
  return patch === undefined ? defaultTag.replace(/_\d+_\d+_/, `_${major}_${minor}_`) : undefined;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
