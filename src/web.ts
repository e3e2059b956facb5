/** `packwheel/web`: trees and files as browsers give them, the compiler in workers, and the pure part of packwheel. */
export type { BuildPlan, BuiltFile, DistributionKind } from "./core/build/build-project.ts";
export { type PackedFile, type PackOptions, packSdist, packWheel } from "./core/build/pack-project.ts";
export { type ErrorCode, type Finding, PackwheelError, type Severity } from "./core/errors.ts";
export {
  type ArchiveSource,
  checkDistribution,
  checkSdist,
  checkWheel,
  readSdist,
  readWheel,
} from "./core/memory/inspect.ts";
export { type MemoryFile, memoryTree } from "./core/memory/memory-tree.ts";
export type { FileTree } from "./core/ports/file-tree.ts";
export type { ReportEvent, Reporter } from "./core/ports/reporter.ts";
export { BUILD_TARGETS, type BuildTarget, findTargets } from "./core/targets/build-target.ts";
export type { TargetEvent } from "./toolchain/build-for-targets.ts";
export { blobAccess } from "./web/blob-access.ts";
export type { BlobTree } from "./web/blob-tree.ts";
export {
  type BuildTargetsOptions,
  type BuildTargetsResult,
  type BuiltBytes,
  buildTargets,
  type TargetBuild,
} from "./web/build-targets.ts";
export { directoryTree, fileListTree } from "./web/file-tree.ts";
export { type LoadToolchainOptions, loadToolchain, type WebToolchain } from "./web/toolchain/web-toolchain.ts";
