/** Distributions to upload: small, right by PyPI's rules, and all of the release hello 1.0. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDirectory } from "../../src/node/build-directory.ts";

export const METADATA_EXTRAS = `readme = "README.md"
requires-python = ">=3.8"
license = "MIT"
license-files = ["LICENSE"]
keywords = ["one", "two"]
authors = [{ name = "A. Author", email = "author@example.com" }]
classifiers = ["Programming Language :: Python :: 3", "Topic :: Software Development"]
dependencies = ["cffi>=1.15; python_version >= '3.9'"]
optional-dependencies = { test = ["pytest"] }
urls = { Homepage = "https://example.com/hello", "Bug Tracker" = "https://example.com/bugs" }
`;

/** A folder with a project, which `buildRelease` builds. */
export function makeProject(name = "hello", version = "1.0", extras: string = METADATA_EXTRAS): string {
  const folder = mkdtempSync(join(tmpdir(), "packwheel-upload-"));
  mkdirSync(join(folder, name));
  const table = `[project]\nname = "${name}"\nversion = "${version}"\ndescription = "Says größe 😀"\n${extras}`;
  writeFileSync(join(folder, "pyproject.toml"), table);
  writeFileSync(join(folder, "README.md"), "# Hello\n\nA *small* project.\n");
  writeFileSync(join(folder, "LICENSE"), "MIT License\n");
  writeFileSync(join(folder, name, "__init__.py"), `version = "${version}"\n`);
  return folder;
}

export interface Release {
  readonly folder: string;
  /** Wheels that differ in name and content, as many as were asked for. */
  readonly wheels: readonly string[];
  readonly sdist: string;
  remove(): void;
}

const WHEEL_TAGS = [
  "py3-none-any",
  "cp310-none-any",
  "cp311-none-any",
  "cp312-none-any",
  "cp313-none-any",
  "cp314-none-any",
];

/** hello 1.0: `dist/` with wheels and an sdist. `data` makes them as large as is wanted. */
export async function buildRelease(wheelCount = 1, data?: Uint8Array): Promise<Release> {
  const folder = makeProject();
  if (data !== undefined) writeFileSync(join(folder, "hello", "data.bin"), data);
  for (const tag of WHEEL_TAGS.slice(0, wheelCount)) {
    writeFileSync(join(folder, "hello", "__init__.py"), `tag = "${tag}"\n`);
    const [python = ""] = tag.split("-");
    await buildDirectory(folder, { outDir: join(folder, "dist"), kinds: ["wheel"], pythonTag: [python] });
  }
  await buildDirectory(folder, { outDir: join(folder, "dist"), kinds: ["sdist"] });
  return {
    folder,
    wheels: WHEEL_TAGS.slice(0, wheelCount).map((tag) => `dist/hello-1.0-${tag}.whl`),
    sdist: "dist/hello-1.0.tar.gz",
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
