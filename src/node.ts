/** `packwheel/node`: disk, threads and git; every command of the CLI is a thin caller of this. */

export { cleanDirectory } from "./node/build-cache.ts";
export {
  type BuildDirectoryOptions,
  type BuildDirectoryResult,
  type BuiltDiskFile,
  buildDirectory,
  planDirectory,
} from "./node/build-directory.ts";
export {
  buildEditableDirectory,
  type EditableDirectoryOptions,
  type MetadataDirectory,
  writeMetadataDirectory,
} from "./node/build-editable.ts";
export {
  type BuildTargetsOptions,
  type BuildTargetsResult,
  buildTargets,
  type TargetBuild,
} from "./node/build-targets.ts";
export { type CheckOnlineOptions, checkFilesOnline } from "./node/check-online.ts";
export { type DevelopedProject, type DevelopOptions, developDirectory } from "./node/develop/develop-directory.ts";
export { type DiskAccess, openDiskAccess } from "./node/disk-access.ts";
export { diskFolder } from "./node/disk-output.ts";
export { diskTree } from "./node/disk-tree.ts";
export { nodeEnvironment } from "./node/environment.ts";
export { hostTarget } from "./node/host-target.ts";
export {
  type CheckFileOptions,
  checkFile,
  describeFile,
  type FileFacts,
  type InspectedFile,
  type InspectOptions,
  inspectFile,
} from "./node/inspect-file.ts";
export { type NativeOptions, nativePorts } from "./node/native-build.ts";
export { nativeEngine } from "./node/native-engine.ts";
export { type PackProgramsOptions, type ProgramFile, packPrograms } from "./node/pack-programs.ts";
export {
  type PackedDiskWheel,
  type RepackDirectoryOptions,
  type RetagFileOptions,
  repackDirectory,
  retagFile,
  retagFiles,
} from "./node/repack-wheel.ts";
export {
  type WriteWebToolchainOptions,
  type WrittenWebToolchain,
  writeWebToolchain,
} from "./node/toolchain/write-web-toolchain.ts";
export { askTrialPython } from "./node/trial/ask-python.ts";
export { findPyodide, readPyodide } from "./node/trial/find-pyodide.ts";
export { findPythons } from "./node/trial/find-pythons.ts";
export type { Interpreter } from "./node/trial/interpreter.ts";
export { type Trial, type TrialOptions, type TrialResult, tryWheels } from "./node/trial/try-wheels.ts";
export { type UnpackOptions, unpackWheel } from "./node/unpack-wheel.ts";
export { type UploadFilesOptions, type UploadResult, uploadFiles } from "./node/upload/upload-files.ts";
export type { UploadedFile } from "./node/upload/upload-result.ts";
export { verifyReproducible } from "./node/verify-reproducible.ts";
export { type WriteBackendOptions, type WrittenBackend, writeBackend } from "./node/write-backend.ts";
