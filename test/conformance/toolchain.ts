/** The WASM compiler from the packages of the repository, in this thread, on the files that a test gives it. */
import { assembleToolchain, hurryWebAssembly, loadToolchainParts } from "../../src/node/toolchain/load-toolchain.ts";
import { sysrootFiles } from "../../src/node/toolchain/sysroot-files.ts";
import type { LinkPorts } from "../../src/toolchain/link/link-run.ts";
import type { ObjectStore, StoredObject } from "../../src/toolchain/object-store.ts";
import { mountFiles } from "../../src/toolchain/wasi/memory-folder.ts";
import { localWorkers } from "../../src/toolchain/workers.ts";

/** @param files The project: path -> content. */
export async function loadToolchain(
  files: readonly (readonly [path: string, bytes: Uint8Array])[],
): Promise<LinkPorts> {
  hurryWebAssembly(".", []);
  const toolchain = assembleToolchain(await loadToolchainParts(process.cwd()));
  const workers = localWorkers(toolchain, { project: mountFiles(files) });
  return { version: "test", sysroot: sysrootFiles(), workers, store: memoryStore() };
}

/** Helpers are compiled once. */
function memoryStore(): ObjectStore {
  const objects = new Map<string, StoredObject>();
  return {
    read: async (parts) => objects.get(JSON.stringify(parts)),
    write: async (parts, object) => void objects.set(JSON.stringify(parts), object),
  };
}
