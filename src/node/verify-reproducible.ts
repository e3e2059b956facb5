/** Building twice and comparing: the proof that a project's wheel is the same every time. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ComparedMember, firstDifference } from "../core/build/first-difference.ts";
import { PackwheelError } from "../core/errors.ts";
import {
  type BuildDirectoryOptions,
  type BuildDirectoryResult,
  buildDirectory,
  placeInTree,
} from "./build-directory.ts";
import { inspectFile } from "./inspect-file.ts";

/**
 * Build into `outDir`, build again elsewhere, and compare.
 *
 * @throws {PackwheelError} `BUILD_NOT_REPRODUCIBLE`, naming the first member that differs.
 */
export async function verifyReproducible(
  directory: string,
  options: BuildDirectoryOptions = {},
): Promise<BuildDirectoryResult> {
  const first = await buildDirectory(directory, options);
  const elsewhere = await mkdtemp(join(tmpdir(), "packwheel-"));
  try {
    const second = await buildDirectory(directory, {
      ...options,
      outDir: elsewhere,
      // What was kept of the first build would prove nothing.
      native: { ...options.native, cache: false },
      // The first build's results must not become the second's files.
      outputFolder: placeInTree(directory, options.outDir ?? join(directory, "dist")),
    });
    for (const [index, file] of first.files.entries()) {
      const twin = second.files[index];
      if (twin === undefined || twin.sha256 === file.sha256) continue;
      const difference =
        twin.filename === file.filename
          ? firstDifference(await members(file.path), await members(twin.path))
          : `the second build is named "${twin.filename}"`;
      throw new PackwheelError("BUILD_NOT_REPRODUCIBLE", `"${file.filename}" is not reproducible: ${difference}`, {
        hint: "Look for a file that changes while it is packed, such as a log or a generated version",
        path: file.path,
      });
    }
    return first;
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
}

async function members(path: string): Promise<readonly ComparedMember[]> {
  const file = await inspectFile(path);
  return file.kind === "wheel" ? file.wheel.members : file.sdist.members;
}
