/** `packwheel/web`: trees and files as browsers give them, with the pure part of packwheel. */
export { type PackedFile, type PackOptions, packSdist, packWheel } from "./core/build/pack-project.ts";
export { type Finding, PackwheelError } from "./core/errors.ts";
export {
  type ArchiveSource,
  checkDistribution,
  checkSdist,
  checkWheel,
  readSdist,
  readWheel,
} from "./core/memory/inspect.ts";
export { type MemoryFile, memoryTree } from "./core/memory/memory-tree.ts";
export { blobAccess } from "./web/blob-access.ts";
export { directoryTree, fileListTree } from "./web/file-tree.ts";
