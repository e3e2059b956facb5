import { INFO } from "../wheel-draft.ts";
import type { WheelCase } from "./wheel-case.ts";

/** A wheel with one more file. */
function add(path: string, content: string | Uint8Array = "x = 1\n"): WheelCase["change"] {
  return ({ files }) => {
    files[path] = content;
  };
}

export const CONTENT_CASES: readonly WheelCase[] = [
  {
    name: "nothing but metadata",
    code: "CONTENT_EMPTY",
    message: "Wheel holds no file besides its .dist-info folder",
    change: ({ files }) => {
      delete files["hello/__init__.py"];
      delete files["hello/cli.py"];
    },
  },
  {
    name: "nothing but data",
    code: "CONTENT_LIBRARY_EMPTY",
    message: "Wheel holds no module, only scripts or data",
    change: ({ files }) => {
      delete files["hello/__init__.py"];
      delete files["hello/cli.py"];
      files["hello-1.0.data/data/share/hello.txt"] = "hello\n";
    },
  },
  {
    name: "bytecode",
    code: "CONTENT_BYTECODE",
    message: "Compiled bytecode is of use to one Python version alone, and installers make it anew",
    change: add("hello/__pycache__/cli.cpython-313.pyc"),
  },
  {
    name: "a large file twice",
    code: "CONTENT_DUPLICATE",
    message: 'File has the same 65537 bytes as "hello/a.bin"',
    change: ({ files }) => {
      files["hello/a.bin"] = "x".repeat(65_537);
      files["hello/b.bin"] = "x".repeat(65_537);
    },
  },
  {
    name: "a README in site-packages",
    code: "CONTENT_TOP_LEVEL_FILE",
    message: 'File "README.md" is no module and would land in site-packages',
    change: add("README.md", "# Hello\n"),
  },
  {
    name: "a module with a dash in its name",
    code: "CONTENT_NOT_IMPORTABLE",
    message: 'Module cannot be imported, as "say-hello" is no Python name',
    change: add("hello/say-hello.py"),
  },
  {
    name: "tests in site-packages",
    code: "CONTENT_COMMON_NAME",
    message: 'Name "tests" at the top level is one that many projects use',
    change: add("tests/test_hello.py"),
  },
  {
    name: "an __init__.py in site-packages",
    code: "CONTENT_TOP_LEVEL_INIT",
    message: 'File "__init__.py" lies outside of any package',
    change: add("__init__.py"),
  },
  {
    name: "two packages",
    code: "CONTENT_SEVERAL_TOP_LEVEL",
    message: "Wheel holds 2 top-level packages or modules: goodbye, hello",
    change: add("goodbye/__init__.py"),
  },
  {
    name: "a folder of assets in site-packages",
    code: "CONTENT_FOLDER_WITHOUT_MODULE",
    message: 'Folder "assets" holds no module',
    change: add("assets/logo.txt"),
  },
  {
    name: "a setup.py in site-packages",
    code: "CONTENT_BUILD_FILE",
    message: 'File "setup.py" builds the project and would land in site-packages',
    change: add("setup.py"),
  },
  {
    name: "what the Finder leaves behind",
    code: "CONTENT_JUNK",
    message: 'Name ".DS_Store" is that of something a tool left behind',
    change: add("hello/.DS_Store"),
  },
  {
    name: "a repository within",
    code: "CONTENT_JUNK",
    message: 'Name ".git" is that of something a tool left behind',
    change: add("hello/.git/config"),
  },
  {
    name: "a file of passwords",
    code: "CONTENT_SECRET",
    message: 'File ".env.production" has a name under which passwords or keys are kept',
    change: add("hello/.env.production", "TOKEN=x\n"),
  },
  {
    name: "a private key",
    code: "CONTENT_PRIVATE_KEY",
    message: "File begins as a private key",
    change: add("hello/server.pem", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n"),
  },
  {
    name: "folders that differ in case",
    code: "CONTENT_CASE_COLLISION",
    message: 'Path "hello/CLI.py" differs from "hello/cli.py" in case alone',
    change: add("hello/CLI.py"),
  },
  {
    name: "a device of Windows",
    code: "CONTENT_WINDOWS_NAME",
    message: 'Name "aux.py" cannot be created on Windows',
    change: add("hello/aux.py"),
  },
  {
    name: "a path of 171 characters",
    code: "CONTENT_PATH_TOO_LONG",
    message: "Path has 171 characters, too many for Windows when it is installed",
    change: add(`hello/${"x".repeat(162)}.py`),
  },
  {
    name: "code that runs when Python starts",
    code: "CONTENT_PTH_IMPORT",
    message: 'File "hello.pth" runs code when Python starts, which ends with Python 3.18',
    change: add("hello.pth", "import hello\n"),
  },
  {
    name: "an editable wheel",
    code: "CONTENT_PTH_ABSOLUTE",
    message: 'File "hello.pth" adds the folder "/home/ada/hello/src" of one machine',
    change: add("hello.pth", "/home/ada/hello/src\n"),
  },
  {
    name: "stubs without a marker",
    code: "CONTENT_TYPING_MARKER_MISSING",
    message: 'Package "hello" has stubs but no py.typed',
    change: add("hello/cli.pyi", "def main() -> None: ...\n"),
  },
  {
    name: "a file for installers to write",
    code: "DIST_INFO_FORBIDDEN_MEMBER",
    message: 'File "INSTALLER" is for installers to write',
    change: add(`${INFO}/INSTALLER`, "pip\n"),
  },
  {
    name: "an entry_points.txt of more than 32 MiB",
    code: "DIST_INFO_FILE_TOO_LARGE",
    message: "File has 33554433 bytes, too many to be read",
    change: ({ files }) => {
      files[`${INFO}/entry_points.txt`] = Buffer.alloc(32 * 1024 * 1024 + 1, "#");
    },
  },
  {
    name: "a folder of one's own in .dist-info",
    code: "DIST_INFO_RESERVED_FOLDER",
    message: 'Folder "extra" in .dist-info is reserved for later use',
    change: add(`${INFO}/extra/notes.txt`),
  },
  {
    name: "a scheme that does not exist",
    code: "DATA_KEY_UNKNOWN",
    message: 'Path "etc" in .data is none of purelib, platlib, headers, scripts, data',
    change: add("hello-1.0.data/etc/hello.conf"),
  },
  {
    name: "a file directly in .data",
    code: "DATA_KEY_UNKNOWN",
    message: 'Path "hello.conf" in .data is none of purelib, platlib, headers, scripts, data',
    change: add("hello-1.0.data/hello.conf"),
  },
  {
    name: "a script in a folder",
    code: "SCRIPT_SUBFOLDER",
    message: 'Script "bin/run" lies in a folder',
    change: add("hello-1.0.data/scripts/bin/run", "#!python\n"),
  },
  {
    name: "a script for one Python alone",
    code: "SCRIPT_SHEBANG",
    message: 'Script begins with "#!/usr/bin/env python3", which installers leave as it is',
    change: add("hello-1.0.data/scripts/run", "#!/usr/bin/env python3\n"),
  },
  {
    name: "a script with the name of a command",
    code: "SCRIPT_SHADOWED",
    message: 'Script "hello" has the name of the entry point "hello"',
    change: add("hello-1.0.data/scripts/hello", "#!python\n"),
  },
];
