/** Every command of packwheel. Help, `docs/cli.md` and the parser are made from this table. */
import { PROGRAM_PLATFORMS } from "../core/program/program-platforms.ts";
import { TEMPLATE_KINDS } from "../core/template/template-options.ts";
import { UPLOAD_SETTINGS } from "../core/upload/settings.ts";
import type { CommandSpec, OptionSpec, ProgramSpec } from "./command-spec.ts";

export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { flags: "--json", description: "Print one JSON object on stdout and nothing else" },
  { flags: "-q, --quiet", description: "Print results and errors only" },
  { flags: "-v, --verbose", description: "Print every step, and what caused an error" },
  { flags: "--no-color", description: "No colours (also: NO_COLOR; FORCE_COLOR forces them)" },
  { flags: "-h, --help", description: "Show the help of packwheel or of one command" },
  { flags: "-V, --version", description: "Show the version of packwheel" },
];

const ENGINE_OPTIONS: readonly OptionSpec[] = [
  {
    flags: "--engine <name>",
    description: "native (default; fast) or portable (the same bytes on every machine and in browsers)",
  },
  { flags: "--level <0-9>", description: "Compression level: 0 stores, 6 is the default, 9 is smallest" },
];

const BUILD: CommandSpec = {
  usage: "build [dir]",
  description: "Build the wheel and the sdist of a project",
  options: [
    { flags: "-o, --out-dir <dir>", description: "Where the files go (default: dist/ in the project)" },
    { flags: "--wheel", description: "Build the wheel only" },
    { flags: "--sdist", description: "Build the sdist only" },
    {
      flags: "--editable",
      description:
        "Build an editable wheel (PEP 660) instead: it points to the project's folder, for this machine alone",
    },
    { flags: "--metadata-only", description: "Write the wheel's .dist-info folder instead, without RECORD" },
    { flags: "--set-version <version>", description: "Use this version, whatever pyproject.toml says" },
    { flags: "--python-tag <tags>", description: "Python tags of the wheel, for example py2.py3" },
    { flags: "--abi-tag <tags>", description: "ABI tags of the wheel, for example none" },
    { flags: "--platform-tag <tags>", description: "Platform tags of the wheel, for example manylinux_2_17_x86_64" },
    { flags: "--build-tag <tag>", description: "Build tag of the wheel: a digit, then anything without a dash" },
    {
      flags: "-C, --config-setting <key=value>",
      description: "Override a key of [tool.packwheel], for example -C exclude=*.dat",
      many: true,
    },
    {
      flags: "--target <names>",
      description:
        "Build native code for these targets: all, linux, musl, host, names or triples (default: this machine)",
    },
    {
      flags: "--keep-going",
      description: "With several targets: build the others when one fails, and keep their wheels",
    },
    { flags: "--compiler <name>", description: "Who compiles: auto (default), host, wasm, a program, or wasm:cc.wasm" },
    { flags: "--profile <name>", description: "Build native code as release (default) or debug" },
    { flags: "--no-cache", description: "Build native code anew, whatever is kept of earlier builds" },
    ...ENGINE_OPTIONS,
    { flags: "--list", description: "Print what would go in and what stays out, with the reasons; build nothing" },
    { flags: "--why <path>", description: "Print why one file is in or out; build nothing" },
    { flags: "--verify-reproducible", description: "Build twice and name the first difference, if there is one" },
  ],
  examples: [
    "packwheel build",
    "packwheel build --wheel --out-dir wheels path/to/project",
    "packwheel build --platform-tag manylinux_2_17_x86_64",
    "packwheel build --target all",
    "packwheel build --target linux-aarch64,musl-aarch64 --compiler wasm",
    "packwheel build --list",
  ],
  details: [
    "Reads `pyproject.toml` in the folder (default: the current one) and writes `dist/NAME-VERSION-TAGS.whl` and " +
      "`dist/NAME-VERSION.tar.gz`. Any project with a `[project]` table builds, whatever its `build-backend` says. " +
      "The paths of the files written are printed on stdout, one a line.",
    "The same tree gives the same bytes: the timestamp of every member is 2020-02-02 00:00:00 UTC unless " +
      "`SOURCE_DATE_EPOCH` (seconds) is set, modes are 644 or 755, members are sorted. `--verify-reproducible` " +
      "proves it for your project.",
    "A file appears under its final name whole or not at all, also after Ctrl-C, a crash or a full disk.",
    "Libraries and programs of `[[tool.packwheel.native]]` are built first; with `--verbose`, what compilers and " +
      "commands print streams. [Shipping native code](native.md) tells more. With several targets there is one wheel " +
      "for each, a table tells how each is proved to run (`packwheel targets` has the words), and no file is left when " +
      "one fails, unless `--keep-going` is given; [the WASM compiler](wasm-compiler.md) makes those that the machine's own compiler cannot.",
  ],
  load: () => import("./commands/build.ts"),
};

const TARGETS: CommandSpec = {
  usage: "targets",
  description: "List the platforms that packwheel compiles for without a compiler on this machine",
  options: [],
  examples: ["packwheel targets", "packwheel targets --json"],
  details: [
    "A line a target: its name and triple, the platform tag that its wheels have, the oldest C library they run with, " +
      "and how results are proved. Groups are `all`, `linux` (glibc), `musl` and `host`.",
  ],
  load: () => import("./commands/targets.ts"),
};

const DOCTOR: CommandSpec = {
  usage: "doctor [dir]",
  description: "Say what was found to compile with, what is used for which target, and why",
  options: [{ flags: "--compiler <name>", description: "As for build: auto (default), host, wasm, or a program" }],
  examples: ["packwheel doctor"],
  details: ["Prints what `build` would do on this machine. The exit code is 1 when nothing can compile for it."],
  load: () => import("./commands/doctor.ts"),
};

const CLEAN: CommandSpec = {
  usage: "clean [dir]",
  description: "Remove what is kept of earlier builds of native code",
  options: [],
  examples: ["packwheel clean"],
  details: ["Removes the folder `.packwheel` of the project and prints its path; `dist/` stays."],
  load: () => import("./commands/clean.ts"),
};

const SHOW: CommandSpec = {
  usage: "show <...files>",
  description: "Show metadata, tags, entry points and members of wheels and sdists",
  options: [{ flags: "--why", description: "Say which symbol of which binary forces the platform tag" }],
  examples: [
    "packwheel show dist/hello-1.0-py3-none-any.whl",
    "packwheel show --json dist/*",
    "packwheel show --why dist/hello-1.0-py3-none-manylinux_2_17_x86_64.whl",
  ],
  details: ["Broken archives are shown as far as they can be read; what is wrong with them is listed as findings."],
  load: () => import("./commands/show.ts"),
};

const CHECK: CommandSpec = {
  usage: "check [...files]",
  description: "Say everything PyPI and pip would say of wheels and sdists, before they say it",
  options: [
    {
      flags: "--select <codes>",
      description: "Only these rules: codes or their beginnings, comma-separated",
      many: true,
    },
    { flags: "--ignore <codes>", description: "Not these rules", many: true },
    { flags: "--strict", description: "Warnings fail too" },
    { flags: "--index <name>", description: "Whose rules count beside the specifications: pypi (default) or none" },
    { flags: "--online", description: "Ask the index, too: is the name taken, the release closed, the file there?" },
    { flags: "--index-url <url>", description: "Simple API that --online asks (default: https://pypi.org/simple/)" },
    { flags: "--list-rules", description: "Print the table of rules; check nothing" },
  ],
  examples: ["packwheel check dist/*", "packwheel check --strict --ignore CONTENT_DUPLICATE dist/*.whl"],
  details: [
    "The exit code is 1 when a file has an error (with `--strict`: a warning). The rules are listed in `docs/check.md`.",
  ],
  load: () => import("./commands/check.ts"),
};

const UNPACK: CommandSpec = {
  usage: "unpack <file>",
  description: "Unpack a wheel after verifying it (as `wheel unpack` does)",
  options: [{ flags: "-d, --dest <dir>", description: "Folder to unpack into (default: the current one)" }],
  examples: ["packwheel unpack -d unpacked dist/hello-1.0-py3-none-any.whl"],
  details: [
    "Makes the folder `NAME-VERSION` in the destination. Every member's hash is compared with RECORD, no member can " +
      "land outside, permission bits are kept. The folder appears only when all of it is written.",
  ],
  load: () => import("./commands/unpack.ts"),
};

const PACK: CommandSpec = {
  usage: "pack <dir>",
  description: "Pack an unpacked wheel again (as `wheel pack` does)",
  options: [
    { flags: "-d, --dest-dir <dir>", description: "Where the wheel goes (default: the current folder)" },
    { flags: "--build-number <tag>", description: 'Build tag of the wheel; "" removes it' },
    { flags: "--local-version <label>", description: 'Local version label to set; "" removes it' },
    ...ENGINE_OPTIONS,
  ],
  examples: ["packwheel pack unpacked/hello-1.0"],
  details: [
    "The folder needs exactly one `*.dist-info`; tags come from its WHEEL, RECORD is written anew. The folder stays as " +
      "it is: a new build tag or local version goes into the wheel alone. The same folder gives the same bytes; members " +
      "keep their permission bits, and their times are those of `build`.",
  ],
  load: () => import("./commands/pack.ts"),
};

const TAGS: CommandSpec = {
  usage: "tags <...files>",
  description: "Give wheels other tags (as `wheel tags` does)",
  options: [
    { flags: "--remove", description: "Remove the original wheel" },
    { flags: "--python-tag <tags>", description: "Python tags: `a.b` replaces, `+a.b` appends, `-a.b` removes" },
    { flags: "--abi-tag <tags>", description: "ABI tags, likewise" },
    { flags: "--platform-tag <tags>", description: "Platform tags, likewise (write --platform-tag=-a to remove)" },
    { flags: "--build <tag>", description: 'Build tag; "" removes it' },
  ],
  examples: ["packwheel tags --platform-tag +musllinux_1_2_x86_64 dist/*.whl"],
  details: [
    "Prints only the new file names on stdout, one a line; a wheel that has the tags already keeps its name and stays " +
      "as it is. Every member's hash is compared with RECORD, then members are copied as they are, not compressed anew. " +
      "When one of several wheels fails, none is written.",
  ],
  load: () => import("./commands/tags.ts"),
};

const BIN: CommandSpec = {
  usage: "bin <...programs>",
  description: "Turn prebuilt programs (Go, Rust, Bun, Deno, Node ...) into wheels with a console script",
  options: [
    { flags: "-o, --out-dir <dir>", description: "Where the wheels go (default: dist/)" },
    { flags: "--project <dir>", description: "Take name, version, readme, licence and links from its pyproject.toml" },
    { flags: "--name <name>", description: "Name of the Python project (default: the programs' name)" },
    { flags: "--set-version <version>", description: "Version of the wheels (required without --project)" },
    {
      flags: "--command <name>",
      description: "Name of the console script (default: the programs' name; when they have several, the project's)",
    },
    { flags: "--platform-tag <tags>", description: "Platform of the one program; for several write PLATFORM=PROGRAM" },
    { flags: "--summary <text>", description: "One line that says what the program does" },
    { flags: "--readme <file>", description: "Readme for the project page" },
    { flags: "--license <expression>", description: "SPDX licence expression" },
    { flags: "--license-file <file>", description: "Licence file to ship", many: true },
    { flags: "--url <label=url>", description: "Project link", many: true },
    { flags: "--requires-python <specifier>", description: "Python versions that may install it (default: >=3.8)" },
    ...ENGINE_OPTIONS,
  ],
  examples: [
    "packwheel bin --set-version 1.2.0 --platform-tag manylinux_2_17_x86_64 build/hello",
    "packwheel bin --set-version 1.2.0 linux-x86_64=out/hello windows-amd64=out/hello.exe macos-arm64=out/hello-mac",
  ],
  details: [
    "Each program becomes one `py3-none-PLATFORM` wheel whose console script runs it: on POSIX by exec, so that " +
      "signals and exit code are the program's own, on Windows as a child process. One bad program fails the command, and " +
      "no wheel is left.",
    "PLATFORM is a platform tag (several joined by dots) or a short name: " +
      `${PROGRAM_PLATFORMS.map(({ name }) => `\`${name}\``).join(", ")}; the names of Go and Node (\`darwin-arm64\`, ` +
      "`linux-x64`) do too. The program's header is compared with it. `any` is for scripts that run everywhere, such as " +
      "a Node program in one file that begins with `#!/usr/bin/env node`.",
  ],
  load: () => import("./commands/bin.ts"),
};

const UPLOAD: CommandSpec = {
  usage: "upload [...files]",
  description: "Upload wheels and sdists to PyPI or another index, each exactly once",
  options: Object.values(UPLOAD_SETTINGS).map(({ flags, variables, description }) => ({
    flags,
    description: `${description} [${variables.join(", ")}]`,
  })),
  examples: [
    "packwheel upload",
    "packwheel upload --repository testpypi dist/*",
    "packwheel upload --dry-run dist/*",
    "packwheel upload --repository-url https://pypi.example.com/ --check-url https://pypi.example.com/simple/ dist/*",
  ],
  details: [
    "Without files, those in `dist/`. All are checked before the first is sent. The environment variables in brackets " +
      "stand for the options; the first that is set counts, and options come before all of them. " +
      "[Uploading](upload.md) tells more.",
    "One line a file is printed on stdout: `uploaded`, `present` (it was there, with this content), `skipped`, `failed`, " +
      "`unknown` (interrupted while it was sent) or `not-started`, and its path. The exit code is 0 only when every file " +
      "is up. With `--dry-run` the line is `new`, `present`, `conflict` or `unknown`, the path, the size and the hashes.",
  ],
  load: () => import("./commands/upload.ts"),
};

const DEVELOP: CommandSpec = {
  usage: "develop [dir]",
  description: "Install a project into a virtual environment so that changes to its code count at once",
  options: [
    {
      flags: "--python <path>",
      description: "Python or environment to install into (default: VIRTUAL_ENV, else .venv in the project)",
    },
    { flags: "--set-version <version>", description: "Use this version, whatever pyproject.toml says" },
    { flags: "-C, --config-setting <key=value>", description: "Override a key of [tool.packwheel]", many: true },
  ],
  examples: ["packwheel develop", "packwheel develop --python .venv-3.13 path/to/project"],
  details: [
    "An editable install without pip: a `.pth` file that leads Python to the project's folder, the metadata, and the " +
      "console scripts. An earlier install of the same project is removed first, and `pip uninstall` removes this one. " +
      "Nothing is changed when a step fails. Dependencies are not installed; a note names those that are missing.",
    "Libraries of `[[tool.packwheel.native]]` are built into the project first, beside the modules that load them; run " +
      "the command again when native code, entry points or metadata change.",
    "Without an environment the command fails: it never installs into the system's Python unless `--python` names it.",
  ],
  load: () => import("./commands/develop.ts"),
};

const TEST: CommandSpec = {
  usage: "test <...wheels>",
  description: "Install wheels into a clean place and import them, in every Python here that takes them",
  options: [
    {
      flags: "--import <module>",
      description: "Import this module instead of those that the wheel offers",
      many: true,
    },
    { flags: "-c, --code <code>", description: "Run this Python code after the imports" },
    { flags: "--file <path>", description: "Run this test file, or the tests of this folder, after the imports" },
    {
      flags: "--python <path>",
      description: "Try in this Python, virtual environment or folder of Pyodide instead of all that are found",
      many: true,
    },
    { flags: "--timeout <seconds>", description: "End a trial that takes longer (default: 300)" },
    { flags: "--ignore-requirements", description: "Try also where distributions are missing that a wheel requires" },
    { flags: "--skip-unfit", description: "A wheel that no Python here takes is no error" },
  ],
  examples: [
    "packwheel test dist/*.whl",
    'packwheel test dist/*.whl -c "import hello; print(hello.greet())"',
    "packwheel test dist/*.whl --file tests/ --python .venv --python node_modules/pyodide",
  ],
  details: [
    "Pythons are looked for on PATH (`python`, `python3.13`, `pypy3.11`, …), among the versions of pyenv, and with the " +
      "launcher of Windows; Pyodide, for wheels that are `any` or `pyemscripten_…`, is the npm package `pyodide` of the " +
      "project, so that wheels can be tried on machines without Python. Each interpreter says what it is, and the tags of a wheel " +
      "decide where it is tried.",
    "A wheel is unpacked into a temporary folder, its hashes checked, and removed again. Nothing is downloaded: what a " +
      "wheel requires must be installed in the interpreter, or the trial is skipped. One line a wheel and interpreter is " +
      "printed: `passed`, `failed` or `skipped`, the wheel, the interpreter and the time; all output of a failure follows. " +
      "The exit code is 1 when a trial fails, and when a wheel could not be tried at all.",
    "[Testing wheels](testing-wheels.md) tells more.",
  ],
  load: () => import("./commands/test.ts"),
};

const BACKEND: CommandSpec = {
  usage: "backend [dir]",
  description: "Write the build backend that lets pip, python -m build and uv build a project",
  options: [{ flags: "--force", description: "Replace a file of that name that holds something else" }],
  examples: ["packwheel backend", "packwheel backend >> pyproject.toml"],
  details: [
    "Writes `packwheel_backend.py`, one file without requirements that hands over to packwheel, and prints the lines " +
      "that pyproject.toml needs, unless it has them.",
  ],
  load: () => import("./commands/backend.ts"),
};

const CFFI: CommandSpec = {
  usage: "cffi <header>",
  description: "Print the module that cffi writes for a C header (out-of-line ABI mode), without Python or a compiler",
  options: [
    { flags: "--module <name>", description: "Dotted name of the module, for example pkg._native" },
    { flags: "-D, --define <name=value>", description: "Define a macro beside PYTHON_HEADER", many: true },
    { flags: "-I, --include-dir <dir>", description: 'Where to look for #include "...", too', many: true },
    { flags: "--constants", description: "Keep macros that stand for integers as constants of the module" },
    { flags: "--windows-types <bits>", description: "Know DWORD, HANDLE and their like, for Windows of 32 or 64 bits" },
    { flags: "--preprocessed", description: "Print the cdef text instead of the module" },
  ],
  examples: [
    "packwheel cffi --module pkg._native include/library.h",
    "packwheel cffi --module pkg._native --define LIBRARY_STATIC --constants include/library.h",
    "cc -E -DPYTHON_HEADER include/library.h | packwheel cffi --module pkg._native -",
  ],
  details: [
    'Reads the header with packwheel\'s own preprocessor, which defines `PYTHON_HEADER`, follows `#include "..."` and ' +
      'skips headers of the system; attributes, `extern "C"` and bodies of functions are taken out. `-` reads ' +
      "standard input. Text that `cc -E` wrote is known by its line markers and only cleaned; for `--constants` it has " +
      "to be made with `cc -E -dD`. Where no compiler is installed, `packwheel cc -E` writes it.",
    "The module is byte for byte the one of cffi 2: `from pkg._native import ffi` and `ffi.dlopen(path)` give the " +
      "library on every Python that has cffi.",
  ],
  load: () => import("./commands/cffi.ts"),
};

const INIT: CommandSpec = {
  usage: "init [dir]",
  description: "Make a new project from a template",
  options: [
    { flags: "--template <kind>", description: `One of ${TEMPLATE_KINDS.join(", ")}` },
    { flags: "--name <name>", description: "Name of the project (default: the folder's)" },
    { flags: "--license <expression>", description: "SPDX license expression (default: MIT)" },
    { flags: "--ci <service>", description: "Pipeline that builds, tests and publishes: github or gitlab" },
    { flags: "--force", description: "Replace files that are there" },
  ],
  examples: ["packwheel init hello --template c --ci github", "packwheel init --template rust --name my-hello"],
  details: [
    "Writes a small project that works: a library in C, C++ or Rust that Python loads through cffi (`c`, `cpp`, " +
      "`rust`) or ctypes, a program (`bin`), or Python alone (`pure`), with tests, a README and the build backend for pip. " +
      "What is not given is asked for on a terminal, never with `--json` or where `CI` is set.",
    "No file is replaced without `--force`; all that are in the way are listed, and nothing is written then. " +
      "[Templates](templates.md) tells what the projects show.",
  ],
  load: () => import("./commands/init.ts"),
};

export const COMMANDS: readonly CommandSpec[] = [
  INIT,
  BUILD,
  TARGETS,
  DOCTOR,
  CLEAN,
  SHOW,
  CHECK,
  UNPACK,
  PACK,
  TAGS,
  BIN,
  UPLOAD,
  DEVELOP,
  TEST,
  BACKEND,
  CFFI,
];

/** Programs in the place of those of a compiler, for Makefiles, CMake and configure scripts. */
export const PROGRAMS: readonly ProgramSpec[] = [
  {
    usage: "cc <...words>",
    description: "Compile and link C as `cc` does, for any target: packwheel cc --target=aarch64-linux-gnu",
    options: [],
    examples: [
      "packwheel cc --target=aarch64-linux-gnu -O2 -shared -o libhello.so hello.c",
      'make CC="npx packwheel cc --target=musl-x86_64" AR="npx packwheel ar"',
    ],
    details: [
      "Takes the words of gcc and clang: `-c`, `-S`, `-E`, `-o`, `-shared`, `-I`, `-isystem`, `-D`, `-U`, `-l`, `-L`, " +
        "`-Wl,`, `-x`, `-std`, `-O`, `-f`, `-m`, `-W`, `-M` and its kin, `@file`, `-v`, `--version`, `-dumpmachine`, " +
        "`-print-...`; sources, objects, static and shared libraries. `--target` takes a triple or a name of `packwheel " +
        "targets`; the default is this machine. [The WASM compiler](wasm-compiler.md) tells more.",
    ],
    load: () => import("./commands/cc.ts"),
  },
  {
    usage: "c++ <...words>",
    description: "The same for C++",
    options: [],
    examples: ["packwheel c++ --target=linux-s390x -c hello.cpp"],
    details: ["Files that end in `.c` are C++ too."],
    load: () => import("./commands/cc.ts"),
  },
  ...(["ar", "ranlib", "strip", "nm"] as const).map((name): ProgramSpec => {
    const purposes = {
      ar: "Make and read static libraries, as `ar` does",
      ranlib: "Make the index of a static library, as `ranlib` does",
      strip: "Take symbols out of objects and libraries, as `strip` does",
      nm: "List the symbols of objects and libraries, as `nm` does",
    };
    const examples = {
      ar: "packwheel ar rcs libhello.a hello.o",
      ranlib: "packwheel ranlib libhello.a",
      strip: "packwheel strip libhello.so",
      nm: "packwheel nm -D libhello.so",
    };
    return {
      usage: `${name} <...words>`,
      description: purposes[name],
      options: [],
      examples: [examples[name]],
      details: ["Takes the words of LLVM's and GNU's tool of that name, and files of all targets."],
      load: () => import("./commands/archive-tool.ts"),
    };
  }),
];
