import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import type { FileTree, TreeEntry } from "../../../src/core/ports/file-tree.ts";
import { selectFiles } from "../../../src/core/project/source-files.ts";
import { filesOf, projectStub } from "./project-stub.ts";

const HELLO = "src/hello/__init__.py";
const KEY = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n-----BEGIN EC PRIVATE KEY-----\nMIIB\n";

const findings = [
  {
    name: "Windows device names",
    paths: ["aux.py", "sub/con/a.py", "com1", "NUL.tar.gz"],
    expected: [
      'warning PROJECT_PATH_NOT_PORTABLE "hello/NUL.tar.gz" cannot be installed on Windows: "NUL.tar.gz" is the name of a device there',
      'warning PROJECT_PATH_NOT_PORTABLE "hello/aux.py" cannot be installed on Windows: "aux.py" is the name of a device there',
      'warning PROJECT_PATH_NOT_PORTABLE "hello/com1" cannot be installed on Windows: "com1" is the name of a device there',
      'warning PROJECT_PATH_NOT_PORTABLE "hello/sub/con/a.py" cannot be installed on Windows: "con" is the name of a device there',
    ],
  },
  {
    name: "names that only look like devices",
    paths: ["auxiliary.py", "console.py", "com10.py", "nul_.py"],
    expected: [],
  },
  {
    name: "characters and endings that Windows refuses",
    paths: ["a:b", "what?", "dot.", "space "],
    expected: [
      'warning PROJECT_PATH_NOT_PORTABLE "hello/a:b" cannot be installed on Windows: names cannot hold : there',
      'warning PROJECT_PATH_NOT_PORTABLE "hello/dot." cannot be installed on Windows: names cannot end in a dot or a space there',
      'warning PROJECT_PATH_NOT_PORTABLE "hello/space " cannot be installed on Windows: names cannot end in a dot or a space there',
      'warning PROJECT_PATH_NOT_PORTABLE "hello/what?" cannot be installed on Windows: names cannot hold ? there',
    ],
  },
  {
    name: "paths that differ only in case",
    paths: ["Data.json", "data.json"],
    expected: [
      'warning PROJECT_PATH_CASE "hello/Data.json" and "hello/data.json" differ only in case: Windows and macOS install only one of them',
    ],
  },
  {
    name: "paths that differ only in the form of their accents",
    paths: ["e\u0301.txt", "\u00e9.txt"],
    expected: [
      'note PROJECT_PATH_UNICODE "hello/\u00e9.txt" is there twice, with its accents written in two ways: macOS installs only one of them',
    ],
  },
  { name: "no names that are not ASCII", paths: ["größe.txt", "日本.py"], expected: [] },
  {
    name: "secrets by their names",
    paths: [".env", ".env.local", "id_rsa", "id_ed25519", ".pypirc", "store.p12"],
    expected: [
      'warning PROJECT_SECRET "src/hello/.env" looks like a secret, and would be published',
      'warning PROJECT_SECRET "src/hello/.env.local" looks like a secret, and would be published',
      'warning PROJECT_SECRET "src/hello/.pypirc" looks like a secret, and would be published',
      'warning PROJECT_SECRET "src/hello/id_ed25519" looks like a secret, and would be published',
      'warning PROJECT_SECRET "src/hello/id_rsa" looks like a secret, and would be published',
      'warning PROJECT_SECRET "src/hello/store.p12" looks like a secret, and would be published',
    ],
  },
  {
    name: "no examples of settings and no public keys",
    paths: [".env.example", ".env.template", "id_rsa.pub", "cacert.pem"],
    expected: [],
  },
] as const;

describe("selectFiles(): findings about files", () => {
  test("warn of a file with the version that no package holds", async () => {
    const stub = projectStub();
    const project = { ...stub, tool: { ...stub.tool, versionFile: "hello_version.py" } };
    const tree = memoryTree(filesOf(`${HELLO} src/hello/_version.py hello_version.py`));
    assert.deepEqual((await selectFiles(project, tree)).findings, [
      {
        code: "PROJECT_VERSION_FILE_LEFT_OUT",
        severity: "warning",
        message: 'The file with the version, "hello_version.py", stays out of the wheel',
        path: "hello_version.py",
        hint: "Write a path inside a package as `version-file` under [tool.packwheel]",
      },
    ]);
    const inside = { ...stub, tool: { ...stub.tool, versionFile: "src/hello/_version.py" } };
    assert.deepEqual((await selectFiles(inside, tree)).findings, []);
  });

  for (const { name, paths, expected } of findings) {
    test(`reports ${name}`, async () => {
      const files = Object.fromEntries(paths.map((path) => [`src/hello/${path}`, ""]));
      const selection = await selectFiles(projectStub(), memoryTree({ ...filesOf(HELLO), ...files }));
      assert.deepEqual(
        selection.findings.map((finding) => `${finding.severity} ${finding.code} ${finding.message}`),
        expected,
      );
    });
  }

  test("reports a private key in a .pem file, behind a certificate too", async () => {
    const tree = memoryTree({ ...filesOf(HELLO), "src/hello/server.pem": KEY });
    const selection = await selectFiles(projectStub(), tree);
    assert.deepEqual(selection.findings, [
      {
        code: "PROJECT_SECRET",
        severity: "warning",
        message: '"src/hello/server.pem" looks like a secret, and would be published',
        path: "src/hello/server.pem",
        hint: "Leave it out with `exclude`",
      },
    ]);
  });

  test("reports odd names that only the sdist holds", async () => {
    const project = projectStub({ tool: { sdistInclude: ["tests/"] } });
    const selection = await selectFiles(project, memoryTree(filesOf(`${HELLO} tests/aux.py tests/.env`)));
    assert.deepEqual(
      selection.findings.map((finding) => `${finding.code} ${finding.path}`),
      ["PROJECT_SECRET tests/.env", "PROJECT_PATH_NOT_PORTABLE tests/aux.py"],
    );
  });

  test("reports more than 10,000 files", async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => entry(`src/hello/data/${index}.txt`, 1));
    const selection = await selectFiles(projectStub(), listedTree([...many, entry(HELLO, 1)]));
    assert.deepEqual(
      selection.findings.map((finding) => `${finding.severity} ${finding.code} ${finding.message}`),
      [
        "warning PROJECT_FILE_COUNT The wheel holds 10001 files",
        "warning PROJECT_FILE_COUNT The sdist holds 10002 files",
      ],
    );
    const fewer = await selectFiles(projectStub(), listedTree([...many.slice(2), entry(HELLO, 1)]));
    assert.deepEqual(fewer.findings, []);
  });

  test("reports archives that PyPI would find too large, with the largest file", async () => {
    const tree = listedTree([entry(HELLO, 1), entry("src/hello/a.txt", 60 << 20), entry("src/hello/b.txt", 61 << 20)]);
    const selection = await selectFiles(projectStub(), tree);
    assert.deepEqual(
      selection.findings.map((finding) => `${finding.severity} ${finding.code} ${finding.message}`),
      [
        'warning PROJECT_FILES_LARGE The wheel holds 122 MiB before compression, 61 MiB of them in "hello/b.txt": PyPI takes archives up to 100 MiB',
        'warning PROJECT_FILES_LARGE The sdist holds 122 MiB before compression, 61 MiB of them in "src/hello/b.txt": PyPI takes archives up to 100 MiB',
      ],
    );
  });
});

describe("selectFiles(): names that no archive may hold", () => {
  for (const [name, path, fault] of [
    ["a control character", "src/hello/a\nb.py", "it has the control character U+000a"],
    ["a backslash", "src/hello/a\\b.py", 'it has a backslash, where "/" parts folders'],
    ["a lone surrogate", "src/hello/\ud800.py", "it has a lone surrogate, which is no text"],
  ] as const) {
    test(`refuses ${name} in a file of a package`, async () => {
      await assert.rejects(
        selectFiles(projectStub(), listedTree([entry(HELLO, 1), entry(path, 1)])),
        (error: Error) => {
          assert.equal("code" in error && error.code, "PROJECT_PLACE_INVALID");
          assert.ok(error.message.endsWith(` (package "src/hello"): ${fault}`), error.message);
          return true;
        },
      );
    });
  }

  test("refuses one that only the sdist would hold", async () => {
    const project = projectStub({ tool: { sdistInclude: ["tests/"] } });
    await assert.rejects(selectFiles(project, listedTree([entry(HELLO, 1), entry("tests/a\\b.py", 1)])), {
      code: "PROJECT_PLACE_INVALID",
      message:
        'Cannot put "tests/a\\\\b.py" into the sdist (sdist-include "tests/"): it has a backslash, where "/" parts folders',
    });
  });
});

describe("selectFiles(): native files", () => {
  const elf = Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]);
  const machO = new Uint8Array(32);
  machO.set([0xcf, 0xfa, 0xed, 0xfe]);
  const pe = new Uint8Array(0x60);
  pe.set([0x4d, 0x5a]);
  pe[0x3c] = 0x40;
  pe.set([0x50, 0x45, 0, 0], 0x40);
  const wasm = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

  test("finds ELF, Mach-O and PE by their first bytes, whatever their names", async () => {
    const tree = memoryTree({
      ...filesOf(HELLO),
      "src/hello/libhello.so": elf,
      "src/hello/libhello.so.1": elf,
      "src/hello/libhello.dylib": machO,
      "src/hello/hello.pyd": pe,
      "src/hello/tool": elf,
      "src/hello/hello.bin": pe,
      "src/hello/hello.wasm": wasm,
      "src/hello/fake.so": "not a library",
      "src/hello/empty.so": "",
      "bin/run": elf,
      "outside.so": elf,
    });
    const project = projectStub({ tool: { data: { scripts: { "bin/run": "run" } } } });
    const { native } = await selectFiles(project, tree);
    assert.deepEqual(native, [
      { path: "hello-1.0.data/scripts/run", format: "elf" },
      { path: "hello/hello.bin", format: "pe" },
      { path: "hello/hello.pyd", format: "pe" },
      { path: "hello/libhello.dylib", format: "mach-o" },
      { path: "hello/libhello.so", format: "elf" },
      { path: "hello/libhello.so.1", format: "elf" },
      { path: "hello/tool", format: "elf" },
    ]);
  });

  test("does not open texts, media, or files outside the wheel", async () => {
    const whole = memoryTree(filesOf(`${HELLO} src/hello/a.json src/hello/a.PNG src/hello/unknown tests/b.so`));
    const opened: string[] = [];
    const tree: FileTree = {
      ...whole,
      open: (path) => {
        opened.push(path);
        return whole.open(path);
      },
    };
    await selectFiles(projectStub(), tree);
    assert.deepEqual(opened, ["src/hello/unknown"]);
  });
});

function entry(path: string, size: number): TreeEntry {
  return { path, size, mode: 0o644 };
}

/** A tree of names and sizes, whose files are never opened. */
function listedTree(entries: readonly TreeEntry[]): FileTree {
  return {
    async *list() {
      yield entry("pyproject.toml", 1);
      yield* entries;
    },
    open: (path) => {
      throw new Error(`${path} is not to be opened`);
    },
    read: async () => undefined,
  };
}
