/** The lowest platform tags for several files together. */
import { quote } from "../../names/quote.ts";
import { auditFinding, mixedMachines } from "../audit-finding.ts";
import type {
  AndroidAudit,
  AppleAudit,
  EmscriptenAudit,
  FileAudit,
  FilesPlatform,
  LinuxAudit,
  WindowsAudit,
} from "../file-audit.ts";
import { applePlatform } from "./apple.ts";
import { linuxPlatform } from "./linux.ts";
import { emscriptenPlatform } from "./pyemscripten.ts";

export function platformOfFiles(files: readonly FileAudit[]): FilesPlatform {
  const unknown = files.flatMap((file) =>
    file.system === "unknown"
      ? [auditFinding("AUDIT_UNKNOWN_PLATFORM", "error", `No platform tag fits the file: ${file.reason}`, file.path)]
      : [],
  );
  const known = files.filter((file) => file.system !== "unknown");
  const [first] = known;
  if (first === undefined) return { platformTags: [], findings: unknown };
  const stranger = known.find(({ system }) => system !== first.system);
  if (stranger !== undefined) {
    const message = `File is for ${stranger.system}, and ${quote(first.path)} is for ${first.system}`;
    const hint = "Make a wheel for each platform";
    return {
      platformTags: [],
      findings: [...unknown, auditFinding("AUDIT_MIXED_SYSTEMS", "error", message, stranger.path, hint)],
    };
  }
  const { platformTags, findings } = platformOfSystem(known, first);
  return { platformTags: unknown.length > 0 ? [] : platformTags, findings: [...unknown, ...findings] };
}

/** All files are for the system of the first. */
function platformOfSystem(
  files: readonly FileAudit[],
  first: Exclude<FileAudit, { system: "unknown" }>,
): FilesPlatform {
  switch (first.system) {
    case "linux":
      return linuxPlatform(files.filter((file): file is LinuxAudit => file.system === "linux"));
    case "android":
      return androidPlatform(files.filter((file): file is AndroidAudit => file.system === "android"));
    case "windows":
      return windowsPlatform(files.filter((file): file is WindowsAudit => file.system === "windows"));
    case "emscripten":
      return emscriptenPlatform(files.filter((file): file is EmscriptenAudit => file.system === "emscripten"));
    default:
      return applePlatform(files.filter((file): file is AppleAudit => file.system === first.system));
  }
}

function windowsPlatform(files: readonly WindowsAudit[]): FilesPlatform {
  const findings = mixedMachines(files);
  const arch = files[0]?.arch ?? "";
  const tag = arch === "x86" ? "win32" : `win_${arch}`;
  return { platformTags: findings.length > 0 ? [] : [tag], findings };
}

function androidPlatform(files: readonly AndroidAudit[]): FilesPlatform {
  const findings = mixedMachines(files);
  const level = Math.max(...files.map(({ apiLevel }) => apiLevel));
  return { platformTags: findings.length > 0 ? [] : [`android_${level}_${files[0]?.arch ?? ""}`], findings };
}
