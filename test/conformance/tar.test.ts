/** Archives that we write, read by Python's `tarfile` and by GNU tar; and theirs, read by us. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { collectBytes } from "../../src/core/bytes/concat.ts";
import { portableEngine } from "../../src/core/engine/portable-engine.ts";
import { MemoryFolder } from "../../src/core/memory/memory-folder.ts";
import { packSdist } from "../../src/core/sdist/pack.ts";
import { readTar } from "../../src/core/tar/read.ts";
import { type TarMember, writeTar } from "../../src/core/tar/write.ts";
import { emptyMetadata } from "../../src/core/wheel/metadata.ts";
import { packWheelMembers } from "../../src/core/wheel/pack.ts";
import { chunksOf, largeMember, textMember } from "../core/wheel/text-member.ts";
import { askPython } from "./ask-python.ts";
import { findProgram, findPythons, requireJudge } from "./judge.ts";

const PYTHONS_3 = findPythons().filter(({ version }) => version.startsWith("3."));
const NEWEST = PYTHONS_3.at(-1);
const TIME = 1_580_601_600;
const TEXTS: Readonly<Record<string, string>> = {
  "hello-1.0/PKG-INFO": "Name: hello\n",
  "hello-1.0/größe 大 😀.py": "x".repeat(600),
  [`hello-1.0/${"long/".repeat(28)}f`]: "",
  [`hello-1.0/${"longer/".repeat(50)}f`]: "y",
  [`hello-1.0/${"n".repeat(150)}`]: "z",
  "hello-1.0/run.sh": "#!/bin/sh\n",
};
const MEMBERS: readonly TarMember[] = Object.entries(TEXTS).map(([path, text]) =>
  textMember(path, text, path.endsWith(".sh")),
);

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "packwheel-tar-"));
});
after(() => rmSync(folder, { recursive: true }));

/** GNU tar, not the one of BSD and macOS. */
function findGnuTar(): string | undefined {
  return ["tar", "gtar"]
    .map((name) => findProgram(name))
    .find(
      (path) => path !== undefined && spawnSync(path, ["--version"], { encoding: "utf8" }).stdout.includes("GNU tar"),
    );
}

async function contents(bytes: Uint8Array): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for await (const { path, kind, fault, content } of readTar(chunksOf(bytes))) {
    assert.equal(fault, undefined);
    if (kind === "file") texts[path] = new TextDecoder().decode(await collectBytes(content()));
  }
  return texts;
}

describe("writeTar()", () => {
  for (const python of PYTHONS_3) {
    test(`is read by tarfile of Python ${python.version}`, async () => {
      const file = join(folder, `tarfile-${python.version}.tar`);
      writeFileSync(file, await collectBytes(writeTar([...MEMBERS, largeMember("large", 1_200_000)], { mtime: TIME })));
      const script = `
import tarfile
with tarfile.open(question, "r:") as archive:
    answer = [[m.name, m.size, oct(m.mode), m.mtime, m.uid, m.gid, m.uname, m.gname, m.isreg(),
               archive.extractfile(m).read().decode("utf-8") if m.size < 1000 else ""] for m in archive]
`;
      const expected = Object.entries(TEXTS).map(([path, text]) => {
        const mode = path.endsWith(".sh") ? "0o755" : "0o644";
        return [path, text.length, mode, TIME, 0, 0, "", "", true, text];
      });
      assert.deepEqual(askPython(python, script, file), [
        ...expected,
        ["large", 1_200_000, "0o644", TIME, 0, 0, "", "", true, ""],
      ]);
    });
  }

  test("is listed by GNU tar", async (t) => {
    const tar = findGnuTar();
    if (!requireJudge(t, tar !== undefined, "GNU tar") || tar === undefined) return;
    const file = join(folder, "gnu.tar");
    writeFileSync(file, await collectBytes(writeTar(MEMBERS, { mtime: TIME })));
    const result = spawnSync(tar, ["--quoting-style=literal", "-tf", file], { encoding: "utf8" });
    assert.equal(result.stderr, "");
    assert.deepEqual(result.stdout.trimEnd().split("\n"), Object.keys(TEXTS));
  });
});

describe("readTar()", () => {
  for (const format of ["PAX_FORMAT", "GNU_FORMAT"]) {
    test(`reads what tarfile writes as ${format}`, async (t) => {
      if (!requireJudge(t, NEWEST !== undefined, "Python 3") || NEWEST === undefined) return;
      const file = join(folder, `${format}.tar`);
      const script = `
import tarfile
with tarfile.open(question["file"], "w", format=tarfile.${format}) as archive:
    folder = tarfile.TarInfo("hello-1.0")
    folder.type = tarfile.DIRTYPE
    archive.addfile(folder)
    for name, text in question["texts"].items():
        info = tarfile.TarInfo(name)
        info.size = len(text.encode("utf-8"))
        info.mtime = 1.5 if "${format}" == "PAX_FORMAT" else 1
        archive.addfile(info, io.BytesIO(text.encode("utf-8")))
answer = None
`;
      askPython(NEWEST, script, { file, texts: TEXTS });
      assert.deepEqual(await contents(readFileSync(file)), TEXTS);
    });
  }

  for (const format of ["gnu", "pax", "ustar", "v7"]) {
    test(`reads what GNU tar writes as ${format}`, async (t) => {
      const tar = findGnuTar();
      if (!requireJudge(t, tar !== undefined, "GNU tar") || tar === undefined) return;
      const source = mkdtempSync(join(folder, "source-"));
      const names =
        format === "v7" || format === "ustar" ? ["a.txt", "b.txt"] : ["a.txt", "größe.txt", "n".repeat(150)];
      for (const name of names) writeFileSync(join(source, name), name);
      const file = join(folder, `${format}.tar`);
      const result = spawnSync(tar, [`--format=${format}`, "-C", source, "-cf", file, "."], { encoding: "utf8" });
      assert.equal(result.stderr, "");
      assert.deepEqual(await contents(readFileSync(file)), Object.fromEntries(names.map((name) => [name, name])));
    });
  }
});

describe("packSdist()", () => {
  for (const python of PYTHONS_3) {
    test(`is opened by tarfile of Python ${python.version}`, async () => {
      const results = new MemoryFolder();
      const members = [textMember("pyproject.toml", "[project]\n"), textMember("größe.py", "x = 1\n")];
      const content = { metadata: emptyMetadata("Hello", "1.0"), members, timestamp: TIME };
      const { filename } = await packSdist(content, { folder: results, engine: portableEngine() });
      const file = join(folder, `${python.version}-${filename}`);
      writeFileSync(file, results.read(filename));
      const script = `
import tarfile
with tarfile.open(question, "r:gz") as archive:
    answer = [[m.name, archive.extractfile(m).read().decode("utf-8")] for m in archive]
`;
      assert.deepEqual(askPython(python, script, file), [
        ["hello-1.0/PKG-INFO", "Metadata-Version: 2.4\nName: Hello\nVersion: 1.0\n"],
        ["hello-1.0/größe.py", "x = 1\n"],
        ["hello-1.0/pyproject.toml", "[project]\n"],
      ]);
    });
  }
});

describe("packWheelMembers()", () => {
  for (const python of findPythons()) {
    test(`is opened by zipfile of Python ${python.version}, with modes and times`, async () => {
      const results = new MemoryFolder();
      const { filename } = await packWheelMembers(
        {
          metadata: emptyMetadata("Hello", "1.0"),
          entryPoints: {},
          tags: { python: ["py3"], abi: ["none"], platform: ["any"] },
          rootIsPurelib: true,
          members: [
            textMember("hello/größe.py", "x = 1\n"),
            textMember("hello-1.0.data/scripts/run", "#!python\n", true),
            largeMember("hello/large.bin", 1_200_000),
          ],
          licenseFiles: [],
          sboms: [],
          timestamp: TIME,
          generator: "packwheel 1.2.3",
        },
        { folder: results, engine: portableEngine() },
      );
      const file = join(folder, `${python.version}-${filename}`);
      writeFileSync(file, results.read(filename));
      const script = `
import zipfile
archive = zipfile.ZipFile(question)
answer = {
    "broken": archive.testzip(),
    "members": [[i.filename, oct(i.external_attr >> 16).replace("0o", "0").lstrip("0"), i.date_time, i.flag_bits]
                for i in archive.infolist()],
}
`;
      const time = [2020, 2, 2, 0, 0, 0];
      assert.deepEqual(askPython(python, script, file), {
        broken: null,
        members: [
          ["hello/größe.py", "100644", time, 0x800],
          ["hello/large.bin", "100644", time, 0],
          ["hello-1.0.data/scripts/run", "100755", time, 0],
          ["hello-1.0.dist-info/METADATA", "100644", time, 0],
          ["hello-1.0.dist-info/WHEEL", "100644", time, 0],
          ["hello-1.0.dist-info/RECORD", "100644", time, 0],
        ],
      });
    });
  }
});
