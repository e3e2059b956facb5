/** The lowest Linux tags for several ELF files together. */
import type { Finding } from "../../errors.ts";
import { quote } from "../../names/quote.ts";
import { auditFinding, mixedMachines } from "../audit-finding.ts";
import type { FilesPlatform, LinuxAudit, Need } from "../file-audit.ts";
import { bare, formatNeed } from "../need-text.ts";
import { comparePolicies, type Policy, type PolicyFamily, policyTags } from "./policies.ts";

/** A library may suit glibc and musl at once, when it needs neither: then it has the tags of both. */
export function linuxPlatform(files: readonly LinuxAudit[]): FilesPlatform {
  const mixed = mixedMachines(files);
  const arch = files[0]?.arch ?? "";
  if (mixed.length > 0) return { platformTags: [], findings: mixed };
  const manylinux = newestPolicy(files, "manylinux");
  const musllinux = newestPolicy(files, "musllinux");
  if (manylinux !== undefined || musllinux !== undefined) {
    const policies = [manylinux, musllinux].filter((policy) => policy !== undefined);
    return { platformTags: policies.flatMap((policy) => policyTags(policy, arch)), findings: [] };
  }
  return { platformTags: [`linux_${arch}`], findings: explainNoPolicy(files) };
}

/** The policy that suits all files; undefined when one of them fits no policy. */
function newestPolicy(files: readonly LinuxAudit[], family: PolicyFamily): Policy | undefined {
  const policies: Policy[] = [];
  for (const file of files) {
    const { policy } = file[family];
    if (policy === undefined) return undefined;
    policies.push(policy);
  }
  return policies.sort(comparePolicies).at(-1);
}

/** The family that fewer needs keep the files from: the one that they were built for. */
export function nearestFamily(files: readonly LinuxAudit[]): PolicyFamily {
  const count = (family: PolicyFamily): number => files.flatMap((file) => blockers(file, family)).length;
  return count("musllinux") < count("manylinux") ? "musllinux" : "manylinux";
}

function blockers(file: LinuxAudit, family: PolicyFamily): Need[] {
  return file[family].needs.filter(({ floor }) => floor === "no");
}

function explainNoPolicy(files: readonly LinuxAudit[]): Finding[] {
  const onlyGlibc = files.find(({ manylinux, musllinux }) => manylinux.policy && !musllinux.policy);
  const onlyMusl = files.find(({ manylinux, musllinux }) => musllinux.policy && !manylinux.policy);
  if (onlyGlibc !== undefined && onlyMusl !== undefined) {
    const message = `File needs musl, and ${quote(onlyGlibc.path)} needs glibc`;
    return [
      auditFinding("AUDIT_MIXED_C_LIBRARIES", "error", message, onlyMusl.path, "Make a wheel for each C library"),
    ];
  }
  const family = nearestFamily(files);
  return files.flatMap((file) => blockers(file, family).map((need) => explainBlocker(file.path, need, family)));
}

/** What keeps a file from all policies of a family, and what would help. */
export function explainBlocker(path: string, need: Need, family: PolicyFamily): Finding {
  const name = formatNeed(need);
  switch (need.kind) {
    case "library": {
      const message = `File needs the library ${name}, which ${family} does not promise`;
      return auditFinding(
        "AUDIT_EXTERNAL_LIBRARY",
        "warning",
        message,
        path,
        "Put the library into the wheel, or link it statically",
      );
    }
    case "version": {
      const message = `File needs ${name} of ${bare(need.library)}, which no ${family} policy has`;
      return auditFinding("AUDIT_NO_POLICY", "warning", message, path, "Build on an older system");
    }
    case "symbol": {
      const message = `File needs ${name}, which not every ${family} system has`;
      return auditFinding("AUDIT_NO_POLICY", "warning", message, path, `Link ${bare(need.library)} statically`);
    }
    case "processor": {
      const message = `File needs a processor of level ${name}, and tags promise the first level alone`;
      return auditFinding("AUDIT_NO_POLICY", "warning", message, path, "Compile without -march, or for x86-64");
    }
    case "c-library": {
      const message = `File is for the other C library: ${name}`;
      return auditFinding("AUDIT_NO_POLICY", "warning", message, path);
    }
    case "python-build": {
      const message = `File needs ${name}, which only some builds of Python have`;
      return auditFinding("AUDIT_NO_POLICY", "warning", message, path);
    }
  }
}
