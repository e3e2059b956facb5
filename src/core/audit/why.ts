/**
 * Why a wheel has its platform tags: which symbol of which file forces them, and what would lower them.
 * `memcpy@GLIBC_2.14 in libfoo.so -> manylinux_2_17`
 */

import type { WheelAudit } from "./audit-wheel.ts";
import { compareFloors } from "./file/elf.ts";
import type { AppleAudit, EmscriptenAudit, FileAudit, LinuxAudit, Need } from "./file-audit.ts";
import { bare, formatNeed } from "./need-text.ts";
import { commonArchs, macVersion, sliceVersion } from "./platform/apple.ts";
import { nearestFamily } from "./platform/linux.ts";
import { type Floor, formatPolicy, type PolicyFamily, policiesFor } from "./platform/policies.ts";
import { formatPyemscripten } from "./platform/pyemscripten.ts";

/** One need of one file, and the tag that it forces. */
export interface TagReason {
  readonly path: string;
  /** `memcpy@GLIBC_2.14`, `libssl.so.3`, `macOS 13.0 on arm64` */
  readonly need: string;
  /** Tag without its architecture: `manylinux_2_17`, `macosx_13_0`; `linux` where no policy allows the need. */
  readonly forces: string;
}

/** Reasons that force the same tag, and the tag that the wheel would have without them. */
export interface TagStep {
  readonly forces: string;
  readonly reasons: readonly TagReason[];
  /** The next step; undefined at the lowest tag that there is. */
  readonly lower: string | undefined;
}

export interface TagExplanation {
  readonly platformTags: readonly string[];
  /** Highest first: the first step forces the wheel's tag. */
  readonly steps: readonly TagStep[];
}

export function explainTag(audit: Pick<WheelAudit, "files" | "platformTags">): TagExplanation {
  const steps = explainFiles(audit.files);
  return { platformTags: audit.platformTags, steps };
}

/** Lines for people. */
export function formatExplanation({ platformTags, steps }: TagExplanation): string[] {
  const lines: string[] = [platformTags.length === 0 ? "no platform tag fits" : platformTags.join(".")];
  for (const { forces, reasons, lower } of steps) {
    for (const { need, path } of reasons) lines.push(`  ${need} in ${bare(path)} -> ${forces}`);
    if (lower !== undefined) lines.push(`  without ${reasons.length === 1 ? "this" : "these"}: ${lower}`);
  }
  return lines;
}

function explainFiles(files: readonly FileAudit[]): TagStep[] {
  const linux = files.filter((file): file is LinuxAudit => file.system === "linux");
  if (linux.length > 0) return explainLinux(linux);
  const apple = files.filter((file): file is AppleAudit => file.system === "macos");
  if (apple.length > 0) return explainMac(apple);
  const emscripten = files.filter((file): file is EmscriptenAudit => file.system === "emscripten");
  if (emscripten.length > 0) return explainEmscripten(emscripten);
  return [];
}

function explainLinux(files: readonly LinuxAudit[]): TagStep[] {
  const family = nearestFamily(files);
  const arch = files[0]?.arch ?? "";
  const lowest = policiesFor(family, arch)[0];
  const reasons = files.flatMap(({ path, [family]: { needs } }) => needs.map((need) => ({ path, need })));
  const above = reasons.filter(({ need }) => lowest === undefined || compareFloors(need.floor, lowest) > 0);
  const floors = distinctFloors(above.map(({ need }) => need));
  return floors.map((floor, index) => {
    const next = floors[index + 1] ?? lowest;
    return {
      forces: nameOf(floor, family),
      reasons: above
        .filter(({ need }) => compareFloors(need.floor, floor) === 0)
        .map(({ path, need }) => ({ path, need: formatNeed(need), forces: nameOf(floor, family) })),
      lower: next === undefined ? undefined : nameOf(next, family),
    };
  });
}

/** Hardest first, each once. */
function distinctFloors(needs: readonly Need[]): Floor[] {
  const floors: Floor[] = [];
  for (const { floor } of [...needs].sort((a, b) => compareFloors(b.floor, a.floor))) {
    const last = floors.at(-1);
    if (last === undefined || compareFloors(last, floor) !== 0) floors.push(floor);
  }
  return floors;
}

function nameOf(floor: Floor, family: PolicyFamily): string {
  return typeof floor === "string" ? (floor === "no" ? "linux" : family) : formatPolicy(floor);
}

/** Each architecture and file that is above the others; below them all there is the first version of the machine. */
function explainMac(files: readonly AppleAudit[]): TagStep[] {
  const archs = commonArchs(files);
  const { major, minor } = macVersion(files, archs);
  const reasons: TagReason[] = [];
  const rest: AppleAudit[] = [];
  for (const file of files) {
    const forcing = archs.filter((arch) => {
      const needed = sliceVersion(file, arch);
      return needed.major === major && needed.minor === minor;
    });
    for (const arch of forcing) {
      const minimum = file.slices.find((slice) => slice.arch === arch)?.minimum;
      if (minimum === undefined) continue;
      const need = `macOS ${minimum.major}.${minimum.minor} on ${arch}`;
      reasons.push({ path: file.path, need, forces: `macosx_${major}_${minor}` });
    }
    if (forcing.length === 0) rest.push(file);
  }
  if (reasons.length === 0) return [];
  const next = rest.length === 0 ? undefined : macVersion(rest, archs);
  const lower = next === undefined ? undefined : `macosx_${next.major}_${next.minor}`;
  return [{ forces: `macosx_${major}_${minor}`, reasons, lower }];
}

/** Symbols that some platforms lack, by the platforms that are left: fewest first. */
function explainEmscripten(files: readonly EmscriptenAudit[]): TagStep[] {
  const steps = new Map<string, TagReason[]>();
  for (const { path, needs } of files) {
    for (const { symbol, platforms } of needs) {
      const forces = platforms.map(formatPyemscripten).join(".");
      steps.set(forces, [...(steps.get(forces) ?? []), { path, need: bare(symbol), forces }]);
    }
  }
  return [...steps]
    .sort(([left], [right]) => left.split(".").length - right.split(".").length)
    .map(([forces, reasons]) => ({ forces, reasons, lower: undefined }));
}
