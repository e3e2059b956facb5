/** Reads and checks wheels and sdists beside the page, so that a large file does not hold it up. */
import { auditWheel } from "../../../core/audit/audit-wheel.ts";
import type { AuditedFile } from "../../../core/audit/file-audit.ts";
import { explainTag } from "../../../core/audit/why.ts";
import { formatHex } from "../../../core/bytes/hex.ts";
import { checkDistribution } from "../../../core/check/check-distribution.ts";
import { PackwheelError } from "../../../core/errors.ts";
import { bytesAccess } from "../../../core/memory/bytes-access.ts";
import type { Engine } from "../../../core/ports/engine.ts";
import type { RandomAccess } from "../../../core/ports/random-access.ts";
import { readSdist } from "../../../core/sdist/read.ts";
import { readWheel } from "../../../core/wheel/read.ts";
import { browserEngine } from "../../browser-engine.ts";
import type { InspectionCalls, Overview, Verdict } from "../messages/inspection.ts";
import { serveCalls } from "./serve-calls.ts";

/** Files up to this size are read at one stroke, and lie in memory; PyPI takes 100 MB unless it is asked for more. */
const MAX_SIZE: number = 512 << 20;

serveCalls<InspectionCalls>({
  async inspect(file, { tell, signal }) {
    const kind = kindOf(file.name);
    if (file.size > MAX_SIZE) {
      throw new PackwheelError("FILE_TOO_LARGE", `Cannot read "${file.name}": it has more than ${MAX_SIZE} bytes`, {
        hint: "Run npx packwheel check, which has no such limit",
      });
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const access = bytesAccess(bytes);
    const engine = browserEngine();
    const overview = await readOverview(kind, file, access, engine, signal);
    tell({ kind: "overview", overview });

    const hash = crypto.subtle.digest("SHA-256", bytes);
    let binaries: readonly AuditedFile[] = [];
    let told = 0;
    const findings = await checkDistribution(access, {
      filename: file.name,
      engine,
      signal,
      reporter: {
        report(event) {
          if (event.kind !== "progress") return;
          const part = Math.floor((100 * event.done) / Math.max(1, event.total)) / 100;
          if (part > told) tell({ kind: "progress", part });
          told = Math.max(told, part);
        },
      },
      onBinaries: (files) => {
        binaries = files;
      },
    });
    return { sha256: formatHex(new Uint8Array(await hash)), findings, ...explain(binaries) };
  },
});

function kindOf(filename: string): Overview["kind"] {
  if (filename.endsWith(".whl")) return "wheel";
  if (filename.endsWith(".tar.gz")) return "sdist";
  throw new PackwheelError("FILE_KIND_UNKNOWN", `Cannot read "${filename}": it ends in neither .whl nor .tar.gz`, {
    hint: "Give a wheel or an sdist",
    path: filename,
  });
}

/** The documents alone. What is wrong with them, the check tells later. */
async function readOverview(
  kind: Overview["kind"],
  file: File,
  access: RandomAccess,
  engine: Engine,
  signal: AbortSignal,
): Promise<Overview> {
  const about = { kind, filename: file.name, size: file.size };
  if (kind === "sdist") {
    const { metadata, members } = await readSdist(access, { filename: file.name, engine, signal });
    return { ...about, metadata, members, tags: [], entryPoints: {} };
  }
  const wheel = await readWheel(access, { filename: file.name, engine, contents: false, signal });
  const { metadata, members, entryPoints } = wheel;
  return { ...about, metadata, members, entryPoints, tags: wheel.wheelFile?.tags ?? [] };
}

function explain(files: readonly AuditedFile[]): Pick<Verdict, "why" | "binaries"> {
  const audit = auditWheel(files);
  return {
    why: audit.files.length === 0 ? undefined : explainTag(audit),
    binaries: files.map(({ path }) => path),
  };
}
