/** `packwheel`: the pure part, the same in Node and browsers. */
export {
  type BuildOptions,
  type BuildPlan,
  type BuildPorts,
  type BuildResult,
  type BuiltFile,
  buildProject,
  type DistributionKind,
  planBuild,
} from "./core/build/build-project.ts";
export { DEFAULT_TIMESTAMP } from "./core/build/default-timestamp.ts";
export { mountTree } from "./core/build/mounted-tree.ts";
export { type PackedFile, type PackOptions, packSdist, packWheel } from "./core/build/pack-project.ts";
export type { TagWishes } from "./core/build/wheel-tags.ts";
export type { CheckLimits, CheckOptions } from "./core/check/check-options.ts";
export type { Rule, RuleTopic } from "./core/check/rule.ts";
export { RULES } from "./core/check/rules.ts";
export { portableEngine } from "./core/engine/portable-engine.ts";
export {
  type ErrorCode,
  type Finding,
  PackwheelError,
  type PackwheelErrorOptions,
  type Severity,
} from "./core/errors.ts";
export { bytesAccess } from "./core/memory/bytes-access.ts";
export {
  type ArchiveSource,
  checkDistribution,
  checkSdist,
  checkWheel,
  readSdist,
  readWheel,
} from "./core/memory/inspect.ts";
export { MemoryFolder } from "./core/memory/memory-folder.ts";
export { type MemoryFile, memoryTree } from "./core/memory/memory-tree.ts";
export { isValidName, type NormalizedName, normalizeName } from "./core/names/project-name.ts";
export { formatRequirement, parseRequirement, type Requirement } from "./core/names/requirement.ts";
export { compareVersions, formatVersion, normalizeVersion, parseVersion, type Version } from "./core/names/version.ts";
export type { NativePorts } from "./core/native/native-ports.ts";
export type { CommandJob, CommandResult, CommandRunner } from "./core/ports/command-runner.ts";
export type {
  BuildProfile,
  CCompiler,
  CompileJob,
  CompileResult,
  CompilerDiagnostic,
} from "./core/ports/compiler.ts";
export type { Engine, Hasher, MemberSource } from "./core/ports/engine.ts";
export type { Environment, GitDescription } from "./core/ports/environment.ts";
export type { FileTree, ListOptions, TreeEntry } from "./core/ports/file-tree.ts";
export type { Output, OutputFolder } from "./core/ports/output.ts";
export type { RandomAccess } from "./core/ports/random-access.ts";
export type { ReportEvent, Reporter } from "./core/ports/reporter.ts";
export {
  type DescribedProject,
  describeProgram,
  type GivenFile,
  type ProgramDescription,
} from "./core/program/program-project.ts";
export type { Project } from "./core/project/project.ts";
export { type ReadProjectOptions, readProject } from "./core/project/read-project.ts";
export { type FileDecision, type FileSelection, selectFiles } from "./core/project/source-files.ts";
export type { Sdist, SdistMember } from "./core/sdist/read.ts";
export { expandTags, formatTagSet, parseTagSet, type TagSet, type TagTriple } from "./core/tags/tag-set.ts";
export { BUILD_TARGETS, type BuildTarget, findTargets } from "./core/targets/build-target.ts";
export { PACKWHEEL_VERSION } from "./core/version.ts";
export { type EntryPoints, parseEntryPoints, writeEntryPoints } from "./core/wheel/entry-points.ts";
export { formatWheelFilename, parseWheelFilename, type WheelFilename } from "./core/wheel/filename.ts";
export { type CoreMetadata, parseMetadata, writeMetadata } from "./core/wheel/metadata.ts";
export { type PackedWheel, packWheelMembers, type WheelContent } from "./core/wheel/pack.ts";
export type { Wheel } from "./core/wheel/read.ts";
export { parseRecord, type RecordEntry, writeRecord } from "./core/wheel/record.ts";
export { type RepackOptions, repackWheel } from "./core/wheel/repack.ts";
export { retagWheel, type TagEdits } from "./core/wheel/retag.ts";
export type { WheelMember } from "./core/wheel/wheel-member.ts";
