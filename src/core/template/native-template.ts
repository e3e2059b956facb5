/** `--template c|cpp|rust|ctypes`: a library with a C ABI, and a Python package that loads it. */
import { isBuiltByPackwheel } from "./ci/commands.ts";
import { cSource } from "./library/c-source.ts";
import { cppSource } from "./library/cpp-source.ts";
import { libraryHeader } from "./library/header.ts";
import { pythonPackage } from "./library/python-package.ts";
import { rustBorder } from "./library/rust-border.ts";
import { cargoLock, cargoManifest, rustLibrary } from "./library/rust-source.ts";
import { projectFiles } from "./project-files.ts";
import { allPlatformsChapter, releaseChapter } from "./readme-chapters.ts";
import type { TemplateNames } from "./template-names.ts";
import type { TemplateFiles, TemplateOptions } from "./template-options.ts";

export type NativeTemplateKind = "c" | "cpp" | "rust" | "ctypes";

export function nativeFiles(
  template: NativeTemplateKind,
  names: TemplateNames,
  license: string,
  options: TemplateOptions,
): TemplateFiles {
  const { module } = names;
  const loader = template === "ctypes" ? "ctypes" : "cffi";
  return {
    ...projectFiles(names, license, {
      summary: "Greets people, in native code",
      // ctypes is in every Python; cffi has no release for 2.7 any more.
      requiresPython: loader === "ctypes" ? ">=2.7" : ">=3.8",
      tool: `${loader === "ctypes" ? 'python-tag = "py2.py3"\n' : ""}
[[tool.packwheel.native]]
kind = "${loader}"
module = "${module}._native"
${loader === "cffi" ? `header = "native/${module}.h"\n` : ""}${makingOf(template)}`,
      version: "dynamic",
      readme: readme(template, names, options),
      ignored: `# Written into the package by packwheel develop
/src/${module}/_native.py
/src/${module}/_native__*
${isBuiltByPackwheel(template) ? "\n# The compiler of packwheel\n/node_modules/\n" : ""}${template === "rust" ? "\n# Rust\n/native/target/\n" : ""}`,
    }),
    [`native/${module}.h`]: libraryHeader(names),
    ...sourcesOf(template, names),
    ...pythonPackage(names, loader),
  };
}

/** The keys of the native table that say how the library is built. */
function makingOf(template: NativeTemplateKind): string {
  switch (template) {
    case "c":
    case "ctypes":
      return `sources = ["native/*.c"]
std = "c11"

# What the header does not mark as exported stays inside. Compilers of Windows do so by themselves.
[tool.packwheel.native.target.linux]
flags = ["-fvisibility=hidden"]

[tool.packwheel.native.target.macos]
flags = ["-fvisibility=hidden"]

[tool.packwheel.native.target.pyemscripten]
flags = ["-fvisibility=hidden"]
`;
    case "cpp":
      return `sources = ["native/*.cpp"]
std = "c++17"

# What the header does not mark as exported stays inside. Compilers of Windows do so by themselves.
[tool.packwheel.native.target.linux]
flags = ["-fvisibility=hidden"]

# Every Linux with glibc has a C++ library; those with musl may have none.
[tool.packwheel.native.target.linux-musl]
flags = ["-fvisibility=hidden", "-static-libstdc++", "-static-libgcc"]

[tool.packwheel.native.target.macos]
flags = ["-fvisibility=hidden"]

[tool.packwheel.native.target.pyemscripten]
flags = ["-fvisibility=hidden"]
`;
    case "rust":
      return `command = ["cargo", "build", "--release"]
cwd = "native"
inputs = ["native/Cargo.*", "native/src/**/*.rs"]
`;
  }
}

function sourcesOf(template: NativeTemplateKind, names: TemplateNames): TemplateFiles {
  switch (template) {
    case "c":
    case "ctypes":
      return { [`native/${names.module}.c`]: cSource(names) };
    case "cpp":
      return { [`native/${names.module}.cpp`]: cppSource(names) };
    case "rust":
      return {
        "native/Cargo.lock": cargoLock(names),
        "native/Cargo.toml": cargoManifest(names),
        "native/src/border.rs": rustBorder(names),
        "native/src/lib.rs": rustLibrary(names),
      };
  }
}

/** The compiler that a machine needs, where packwheel's own does not do. */
const NEEDED: Readonly<Record<NativeTemplateKind, string>> = {
  c: "a C compiler, or packwheel's own",
  cpp: "a C++ compiler",
  ctypes: "a C compiler, or packwheel's own",
  rust: "Rust's cargo",
};

function readme(template: NativeTemplateKind, { project, module }: TemplateNames, options: TemplateOptions): string {
  const source = template === "rust" ? "native/src/" : `native/${module}.${template === "cpp" ? "cpp" : "c"}`;
  const declare =
    template === "ctypes"
      ? `\n3. Declare it in \`src/${module}/_border.py\`: ctypes does not read the header.\n4.`
      : "\n3.";
  return `# ${project}

Greets people, in native code.

\`\`\`python
import ${module}

with ${module}.Greeter("Hello") as greeter:
    print(greeter.greet("World"))
\`\`\`

## Build and test

It takes ${NEEDED[template]}, and Node.

\`\`\`sh
npx packwheel build
python -m pip install dist/*.whl
python -m unittest discover -s tests
\`\`\`

${allPlatformsChapter(template)}While you work on it, \`npx packwheel develop\` in a virtual environment makes changes in Python count at once; after those
in native code, run it again. \`pip install --editable .\` does the same: \`packwheel_backend.py\` hands over to packwheel.

The library does not link Python, so one wheel for each platform serves every Python, also those to come.

## What is where

| | |
|---|---|
| \`native/${module}.h\` | the border: all that Python sees of the library |
| \`${source}\` | the library |
| \`src/${module}/_border.py\` | calls across the border: errors become exceptions, buffers become bytes |
| \`src/${module}/_errors.py\` | an exception class for each error code |
| \`src/${module}/_greeter.py\` | the class that owns an object of the library, and frees it |
| \`src/${module}/_native.py\` | loads the library; packwheel writes it into the wheel |

## A new function

1. Declare it in the header, with a \`${module}_error *\` last when it can fail.
2. Write it in \`${source}\`.${declare} Call it in Python through \`invoke_with_exc\`.

Whatever the library hands out, a function of the library frees. Existing functions never change; a new need gets a new
function.

${releaseChapter(options)}`;
}
