/** The blocks of `wasm/libc/*.txt`: names that have the same history on the same machines stand together. */

/**
 * @param rows Name -> machine -> history.
 * @param aliases Other name of an object -> its name.
 */
export function formatSymbols(
  rows: ReadonlyMap<string, ReadonlyMap<string, string>>,
  aliases: ReadonlyMap<string, string>,
): string {
  const patterns = groupBy([...rows.keys()].sort(byCodePoint), (name) => formatRow(rows.get(name) ?? new Map()));
  const blocks = [...patterns]
    .map(([pattern, names]) => ({ pattern, names }))
    .sort((a, b) => b.names.length - a.names.length || byCodePoint(a.pattern, b.pattern))
    .map(({ pattern, names }) => `${pattern}\n${wrapNames(names)}\n`);
  const sharedAddresses = [...groupBy([...aliases.keys()].sort(byCodePoint), (name) => aliases.get(name) ?? "")]
    .sort(([left], [right]) => byCodePoint(left, right))
    .map(([owner, names]) => `alias ${owner}\n${wrapNames(names)}\n`);
  return [...blocks, ...sharedAddresses].join("");
}

/** Histories by machine, machines with the same one together: `x86_64,s390x libm.so.6 2.27; riscv64 libm.so.6 2.27`. */
function formatRow(row: ReadonlyMap<string, string>): string {
  const machines = groupBy([...row], ([, history]) => history);
  return [...machines].map(([history, list]) => `${list.map(([machine]) => machine).join(",")} ${history}`).join("; ");
}

const WIDTH = 120;

export function wrapNames(names: readonly string[]): string {
  const lines: string[] = [];
  let line = "";
  for (const name of names) {
    if (line !== "" && line.length + name.length + 1 > WIDTH) {
      lines.push(line);
      line = "";
    }
    line += ` ${name}`;
  }
  return [...lines, line].join("\n");
}

export function byCodePoint(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `Map.groupBy`, which Node 20 has not. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
