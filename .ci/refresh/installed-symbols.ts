/** What the dynamic symbol tables of libraries on this machine tell, by readelf of GNU binutils. */
import { execFileSync } from "node:child_process";

export interface InstalledSymbols {
  /** What a plain name leads to. */
  readonly plain: ReadonlyMap<string, InstalledSymbol>;
  /** What old programs alone use: `libc.so.6 stime GLIBC_2.17`. */
  readonly hidden: ReadonlySet<string>;
  /** Other name -> name, of objects. */
  readonly aliases: ReadonlyMap<string, string>;
}

export interface InstalledSymbol {
  readonly library: string;
  readonly kind: string;
  readonly size: number;
  /** `GLIBC_2.17`; empty for none. */
  readonly version: string;
}

/** Of one name in several libraries, the first counts. */
export function readInstalledSymbols(
  files: readonly string[],
  isPublic: (version: string) => boolean = () => true,
): InstalledSymbols {
  const [plain, hidden, aliases] = [new Map<string, InstalledSymbol>(), new Set<string>(), new Map<string, string>()];
  for (const file of files) {
    const library = file.slice(file.lastIndexOf("/") + 1);
    const owners = new Map<string, string>();
    for (const { address, size, kind, binding, section, name, at, version } of readDynamicSymbols(file)) {
      if (section === "UND" || section === "ABS" || binding === "LOCAL" || !isPublic(version)) continue;
      if (at === "@") {
        hidden.add(`${library} ${name} ${version}`);
        continue;
      }
      if (!plain.has(name)) plain.set(name, { library, kind, size, version });
      if (kind !== "OBJECT") continue;
      // The strong name is the one that the others follow.
      const owner = owners.get(address);
      if (owner === undefined) owners.set(address, name);
      else if (binding === "WEAK") aliases.set(name, owner);
      else {
        aliases.set(owner, name);
        owners.set(address, name);
      }
    }
  }
  const rootOf = (name: string): string => {
    const owner = aliases.get(name);
    return owner === undefined ? name : rootOf(owner);
  };
  return { plain, hidden, aliases: new Map([...aliases.keys()].map((name) => [name, rootOf(name)])) };
}

const LINE =
  /^ *\d+: (?<address>[0-9a-f]+) +(?<size>\S+) (?<kind>\S+) +(?<binding>\S+) +\S+ +(?:\[.*\] +)?(?<section>\S+) (?<name>[^@ ]+)(?:(?<at>@@?)(?<version>\S+))?/;

type Line = Readonly<
  Record<"address" | "kind" | "binding" | "section" | "name" | "at" | "version", string> & { readonly size: number }
>;

function readDynamicSymbols(file: string): readonly Line[] {
  const output = execFileSync("readelf", ["-W", "--dyn-syms", file], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    maxBuffer: 1 << 28,
  });
  return output.split("\n").flatMap((line) => {
    const groups = LINE.exec(line)?.groups;
    if (groups === undefined) return [];
    const text = (name: string): string => groups[name] ?? "";
    return [
      {
        address: text("address"),
        size: Number(text("size")),
        kind: text("kind"),
        binding: text("binding"),
        section: text("section"),
        name: text("name"),
        at: text("at"),
        version: text("version"),
      },
    ];
  });
}
