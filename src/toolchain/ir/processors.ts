/** Processors and features by the names that LLVM 13 knows. */
import { PROCESSORS } from "./data/processors.ts";

interface Known {
  readonly cpus: ReadonlySet<string>;
  readonly features: ReadonlySet<string>;
}

/** Newer processors by their nearest older kin. They choose the tuning; what may be used stands in the features. */
const KIN: Readonly<Record<string, string>> = {
  "apple-m1": "apple-a14",
  "apple-m2": "apple-a14",
  "apple-m3": "apple-a14",
  "apple-m4": "apple-a14",
  znver4: "znver3",
  znver5: "znver3",
  raptorlake: "alderlake",
  meteorlake: "alderlake",
  power11: "pwr10",
};

/** What code may be made for where the name is unknown and has no kin. */
const PLAIN: Readonly<Record<string, string>> = { x86_64: "x86-64", i686: "i686" };

const known = new Map<string, Known>();

/** A processor's name as LLVM 13 knows it. */
export function lowerCpu(name: string, triple: string): string {
  const machine = machineOf(triple);
  const { cpus } = knownOf(machine);
  if (cpus.has(name)) return name;
  const kin = KIN[name];
  return kin !== undefined && cpus.has(kin) ? kin : (PLAIN[machine] ?? "generic");
}

/** The features that LLVM 13 knows too: for it, the others do not exist, and clang 22 has acted on them already. */
export function lowerFeatures(list: string, triple: string): string {
  const { features } = knownOf(machineOf(triple));
  return list
    .split(",")
    .filter((feature) => features.has(feature.slice(1)))
    .join(",");
}

function knownOf(machine: string): Known {
  let entry = known.get(machine);
  if (entry === undefined) {
    const { cpus = "", features = "" } = PROCESSORS[machine] ?? {};
    entry = { cpus: new Set(cpus.split(" ")), features: new Set(features.split(" ")) };
    known.set(machine, entry);
  }
  return entry;
}

/** The row of the table that a triple belongs to. */
function machineOf(triple: string): string {
  const [machine = ""] = triple.split("-");
  if (/^i\d86$/.test(machine)) return "i686";
  if (/^(?:arm|thumb)/.test(machine) && !machine.startsWith("arm64")) return "arm";
  if (machine === "arm64") return "aarch64";
  if (machine === "amd64") return "x86_64";
  return machine;
}
