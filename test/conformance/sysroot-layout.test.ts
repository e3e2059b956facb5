/**
 * Our C headers against the real ones of glibc and musl, on every machine that Debian has them for: sizes, offsets,
 * basic types, values of macros, types of functions, and the symbols that functions are called by.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { requireJudge } from "./judge.ts";
import {
  askFunctions,
  askValues,
  includeLines,
  listFunctions,
  listMacros,
  typeQuestions,
} from "./sysroot/fact-program.ts";
import { HEADERS, type HeaderFacts, KERNEL_HEADERS } from "./sysroot/facts.ts";
import { INTENDED_DIFFERENCES, type IntendedDifference } from "./sysroot/intended-differences.ts";
import {
  findGlibcHeaders,
  findMuslHeaders,
  type HeaderSet,
  MACHINES,
  ownHeaders,
  REAL_GLIBC_MINOR,
} from "./sysroot/real-headers.ts";

/** One way to read both sets of headers. */
interface Variant {
  readonly name: string;
  readonly flags: readonly string[];
  readonly real: HeaderSet;
  readonly ours: HeaderSet;
  readonly headers: readonly HeaderFacts[];
}

interface Comparison {
  readonly facts: number;
  readonly differences: readonly Difference[];
}

interface Difference {
  readonly fact: string;
  readonly ours: string;
  readonly real: string;
}

/** The floor of our targets: RISC-V came late to glibc. */
function oldestGlibcMinor(machine: string): number {
  return machine === "riscv64" ? 31 : 17;
}

describe("C headers against the real ones", () => {
  const met = new Set<IntendedDifference>();
  let compared = 0;

  for (const machine of MACHINES) {
    test(`glibc on ${machine.name}`, (t) => {
      const real = findGlibcHeaders(machine);
      if (!requireJudge(t, real !== undefined, `Debian's ${machine.prefix}-gcc`) || real === undefined) return;
      const headers = [...HEADERS, ...KERNEL_HEADERS];
      const oldest = oldestGlibcMinor(machine.name);
      const name = `linux-${machine.name}`;
      const same = ownHeaders(real.program, "glibc", REAL_GLIBC_MINOR);
      const variants: Variant[] = [
        { name, flags: [], real, ours: same, headers },
        { name: `${name} from 2.${oldest}`, flags: [], real, ours: ownHeaders(real.program, "glibc", oldest), headers },
      ];
      if (machine.pointerBits === 32) {
        const flags = ["-D_FILE_OFFSET_BITS=64"];
        variants.push({ name: `${name} with large files`, flags, real, ours: same, headers });
      }
      judge(variants);
    });

    test(`musl on ${machine.name}`, async (t) => {
      const real = await findMuslHeaders(machine);
      if (real === undefined && machine.musl.unstable === true) return t.skip("Debian no longer serves this package");
      if (!requireJudge(t, real !== undefined, `Debian's musl-dev for ${machine.name}`) || real === undefined) return;
      judge([
        {
          name: `musl-${machine.name}`,
          flags: machine.muslFlags ?? [],
          real,
          ours: ownHeaders(real.program, "musl", 0),
          headers: HEADERS.filter(({ libc }) => libc !== "glibc"),
        },
      ]);
    });
  }

  test("every intended difference is one", (t) => {
    if (compared < 2 * MACHINES.length) return t.skip("not every target could be compared");
    const stale = INTENDED_DIFFERENCES.filter((difference) => !met.has(difference));
    assert.deepEqual(stale, []);
  });

  function judge(variants: readonly Variant[]): void {
    const reports: string[] = [];
    for (const variant of variants) {
      const { facts, differences } = compare(variant);
      compared++;
      const wrong = differences.filter((difference) => {
        const intended = INTENDED_DIFFERENCES.find(
          (row) => row.variant.test(variant.name) && row.fact.test(difference.fact),
        );
        if (intended !== undefined) met.add(intended);
        return intended === undefined;
      });
      const agreed = differences.length - wrong.length;
      console.log(`# ${variant.name}: ${facts} facts compared, ${agreed} intended differences, ${wrong.length} others`);
      reports.push(...wrong.map(({ fact, ours, real }) => `${variant.name}: ${fact}: ours ${ours}, real ${real}`));
    }
    if (reports.length > 0) assert.fail(`\n${reports.join("\n")}`);
  }
});

function compare({ flags: variantFlags, real, ours, headers }: Variant): Comparison {
  const flags = ["-D_GNU_SOURCE", ...variantFlags];
  const includes = includeLines(headers.map(({ header }) => header));
  const differences: Difference[] = [];

  const [own, true_] = [ours, real].map((set) => findHeaders(set, headers));
  for (const header of true_ ?? []) {
    if (!own?.has(header)) differences.push({ fact: `header ${header}`, ours: "none", real: "there" });
  }

  const types = headers.flatMap(({ types = "", structs = {} }) => [
    ...words(types).flatMap((type) => typeQuestions(type)),
    ...Object.entries(structs).flatMap(([type, members]) => typeQuestions(type, words(members))),
  ]);
  const macros = [...listMacros(ours, flags, includes).keys()]
    .filter(isPublic)
    .flatMap((name) => [name, `sizeof(${name})`]);
  const ourMacros = askValues(ours, flags, includes, macros);
  const realMacros = askValues(real, flags, includes, [...ourMacros.keys()]);
  const functions = listFunctions(ours, flags, includes);
  const prototypes = new Map([...functions].filter(([name]) => isPublic(name)));
  const ourFunctions = askFunctions(ours, flags, includes, prototypes);
  const realFunctions = askFunctions(real, flags, includes, prototypes);
  const ourTypes = askValues(ours, flags, includes, types);
  const realTypes = askValues(real, flags, includes, types);

  const add = (fact: string, own: string | undefined, true_: string | undefined): void => {
    if (own !== true_) differences.push({ fact, ours: own ?? "none", real: true_ ?? "none" });
  };
  for (const question of types) add(question, ourTypes.get(question), realTypes.get(question));
  for (const [question, answer] of ourMacros) add(question, answer, realMacros.get(question));
  for (const [name, prototype] of prototypes) {
    add(`function ${prototype}`, ourFunctions.get(name), realFunctions.get(name));
  }
  return { facts: types.length + ourMacros.size + prototypes.size, differences };
}

/** Those of these headers that there are. */
function findHeaders(set: HeaderSet, headers: readonly HeaderFacts[]): ReadonlySet<string> {
  const probes = headers.map(
    ({ header }, index) => `#if __has_include(<${header}>)\n#define FOUND_${index} 1\n#endif\n`,
  );
  const found = listMacros(set, [], probes.join(""));
  return new Set(headers.filter((_, index) => found.has(`FOUND_${index}`)).map(({ header }) => header));
}

/** Names that begin with an underscore are nobody's but the implementation's. */
function isPublic(name: string): boolean {
  return !name.startsWith("_") && !name.startsWith("PACKWHEEL");
}

function words(text: string): readonly string[] {
  return text.split(" ").filter((word) => word !== "");
}
