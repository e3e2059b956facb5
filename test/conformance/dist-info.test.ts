/**
 * The documents of a wheel, judged by the Python modules that installers and PyPI read them with: `email`,
 * `packaging.metadata`, `csv` and `configparser`.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseCsv } from "../../src/core/wheel/csv.ts";
import { parseEntryPoints, writeEntryPoints } from "../../src/core/wheel/entry-points.ts";
import { parseHeaderBlock } from "../../src/core/wheel/header-block.ts";
import { type CoreMetadata, emptyMetadata, parseMetadata, writeMetadata } from "../../src/core/wheel/metadata.ts";
import { type RecordEntry, writeRecord } from "../../src/core/wheel/record.ts";
import { flipBytes } from "../core/flip-bytes.ts";
import { askPython } from "./ask-python.ts";
import { findPythons, findPythonWith, requireJudge } from "./judge.ts";

const PYTHONS_3 = findPythons().filter(({ version }) => version.startsWith("3."));
const NEWEST = PYTHONS_3.at(-1);

const METADATA: CoreMetadata = {
  ...emptyMetadata("Hello.World", "1.0rc1"),
  metadataVersion: "2.5",
  summary: "Says hello, in Ünïcödé",
  keywords: "hello,world",
  authorEmail: '"C. Schultz" <c@example.org>, Ünï <d@example.org>',
  maintainer: "Ben: not a header",
  licenseExpression: "MIT AND (Apache-2.0 OR BSD-2-Clause)",
  licenseFile: ["LICENSE", "vendor/COPYING"],
  classifier: ["Programming Language :: Python :: 3", "Typing :: Typed"],
  projectUrl: ["Home, https://example.org/a,b"],
  requiresPython: ">=3.8",
  descriptionContentType: "text/markdown; charset=UTF-8; variant=GFM",
  providesExtra: ["gui"],
  requiresDist: ["idna", 'pyside6; extra == "gui"'],
  importName: ["hello", "_hello; private"],
  importNamespace: ["corp"],
  description: `\n\n# Hello\n\nFrom here: ${"ä".repeat(10_000)}\nName: evil\n`,
};

const LICENSE = "MIT License\r\n\r\n  Permission is granted\f\x85\u2028Name: evil\n\nNO WARRANTY";

const READ_EMAIL = `
import email.parser
def read(text):
    message = email.parser.Parser().parsestr(text)
    return {"headers": [[name, value] for name, value in message.items()], "body": message.get_payload()}
answer = [read(text) for text in question]
`;

interface Message {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

describe("writeMetadata()", () => {
  for (const python of PYTHONS_3) {
    test(`is read by email.parser of Python ${python.version} as parseMetadata reads it`, () => {
      const texts = [
        writeMetadata(METADATA),
        writeMetadata({ ...emptyMetadata("a", "1"), license: LICENSE }),
        writeMetadata({ ...emptyMetadata("a", "1"), metadataVersion: "2.5", importName: [""], description: "x" }),
      ];
      // A list of the type that the script above prints.
      const messages = askPython(python, READ_EMAIL, texts) as Message[];
      messages.forEach(({ headers, body }, index) => {
        const parsed = parseMetadata(texts[index] ?? "");
        assert.deepEqual(parsed.findings, []);
        assert.deepEqual(
          headers,
          parsed.headers.map(({ name, value }) => [name, value]),
        );
        assert.equal(body, parsed.metadata.description ?? "");
      });
      assert.equal(messages[0]?.body, METADATA.description);
    });
  }

  for (const python of findPythons().filter(({ version }) => version.startsWith("2."))) {
    test(`gives Python ${python.version} no other headers than were written`, () => {
      const script = `
import email.parser
message = email.parser.Parser().parsestr(question.encode("utf-8"))
answer = [name for name, value in message.items()]
`;
      const text = writeMetadata({
        ...emptyMetadata("a", "1"),
        summary: "ä",
        license: LICENSE,
        description: "Name: x",
      });
      assert.deepEqual(askPython(python, script, text), ["Metadata-Version", "Name", "Version", "Summary", "License"]);
    });
  }

  test("passes the validation of packaging.metadata", (t) => {
    const python = findPythonWith("import packaging.metadata as m; assert '2.5' in m._VALID_METADATA_VERSIONS");
    if (!requireJudge(t, python !== undefined, "packaging with metadata 2.5") || python === undefined) return;
    const script = `
from packaging.metadata import Metadata
def read(text):
    m = Metadata.from_email(text.encode("utf-8"), validate=True)
    return {"name": m.name, "version": str(m.version), "summary": m.summary, "description": m.description,
        "license": m.license, "files": m.license_files, "requires": [str(r) for r in m.requires_dist or []],
        "extras": m.provides_extra, "names": m.import_names, "urls": m.project_urls}
answer = [read(text) for text in question]
`;
    const withLicense = { ...emptyMetadata("a", "1"), license: "MIT\n\nPermission" };
    const noNames = { ...emptyMetadata("a", "1"), metadataVersion: "2.5", importName: [""] };
    const answer = askPython(python, script, [METADATA, withLicense, noNames].map(writeMetadata));
    const nothing = { summary: null, description: null, files: null, requires: [], extras: null, urls: null };
    assert.deepEqual(answer, [
      {
        name: METADATA.name,
        version: METADATA.version,
        summary: METADATA.summary,
        description: METADATA.description,
        license: null,
        files: METADATA.licenseFile,
        requires: METADATA.requiresDist,
        extras: METADATA.providesExtra,
        names: METADATA.importName,
        urls: { Home: "https://example.org/a,b" },
      },
      { name: "a", version: "1", ...nothing, license: "MIT\n         \n         Permission", names: null },
      { name: "a", version: "1", ...nothing, license: null, names: [] },
    ]);
  });
});

describe("parseHeaderBlock()", () => {
  const tricky = [
    "",
    "\n",
    "\n\nbody",
    "A: b",
    "A: b\r\n c\r\n\td\r\n\r\nbody\r\n",
    "A: b\rC: d\r\rbody",
    "A:\n b\n",
    "A :b\n",
    "A: b\nno header\nC: d\n",
    " first\nA: b\n",
    ": x\nA: b\n",
    "A: b\n: x\n c\nD: e\n",
    "From me\nA: b\n",
    "A: b\nFrom me\nC: d\n",
    "Ä: b\n",
    "A: b\n\x0c\nC: d\n",
    "A: b\x0bC: d\n",
    "A: b\x85C: d\n",
    "A:   b  \n",
    "A: b\n \nC: d\n",
    "\ufeffA: b\n",
  ];
  test("reads tricky headers as Python's email.parser does", (t) => {
    if (!requireJudge(t, NEWEST !== undefined, "Python 3") || NEWEST === undefined) return;
    compareWithEmail(tricky);
  });

  test("reads 3,000 broken files as Python's email.parser does", (t) => {
    if (!requireJudge(t, NEWEST !== undefined, "Python 3") || NEWEST === undefined) return;
    const text = "Name: a\nA: b\r\n c\n: d\nFrom x\nE: f\n\nbody: x\n";
    compareWithEmail(brokenTexts(text, 3_000));
  });

  function compareWithEmail(texts: readonly string[]): void {
    if (NEWEST === undefined) return;
    // A list of the type that the script above prints.
    const messages = askPython(NEWEST, READ_EMAIL, texts) as Message[];
    messages.forEach(({ headers, body }, index) => {
      const text = texts[index] ?? "";
      const block = parseHeaderBlock(text, "METADATA");
      assert.deepEqual(
        block.headers.map(({ name, value }) => [name, value]),
        headers,
        JSON.stringify(text),
      );
      assert.equal(block.body, body, JSON.stringify(text));
    });
  }
});

describe("writeRecord()", () => {
  const digest = new Uint8Array(32).fill(7);
  const entries: readonly RecordEntry[] = [
    "a.py",
    "größe 大.py",
    "a,b.py",
    'a"b.py',
    '"',
    '",",',
    " a ",
    "a'b;c\td.py",
    "\u2028\x85.py",
  ].map((path) => ({ path, hash: { algorithm: "sha256", digest }, size: path.length }));

  for (const python of PYTHONS_3) {
    test(`writes what the csv module of Python ${python.version} writes and reads`, () => {
      const script = `
import csv
rows = list(csv.reader(io.StringIO(question, newline="")))
out = io.StringIO(newline="")
csv.writer(out, lineterminator="\\n").writerows(rows)
answer = {"rows": rows, "text": out.getvalue()}
`;
      const text = writeRecord([...entries, { path: "a-1.dist-info/RECORD" }]);
      const rows = entries.map(({ path, size }) => [
        path,
        `sha256=${Buffer.from(digest).toString("base64url")}`,
        String(size),
      ]);
      assert.deepEqual(askPython(python, script, text), { rows: [...rows, ["a-1.dist-info/RECORD", "", ""]], text });
    });
  }
});

describe("parseCsv()", () => {
  test("reads 3,000 broken files as Python's csv module does", (t) => {
    if (!requireJudge(t, NEWEST !== undefined, "Python 3") || NEWEST === undefined) return;
    const script = `
import csv
answer = [[row for row in csv.reader(io.StringIO(text, newline="")) if row] for text in question]
`;
    const texts = brokenTexts('a,sha256=b,1\n"c,""d""",,\r\ne,f"g,\r"h\ni",,\n', 3_000);
    const answers = askPython(NEWEST, script, texts) as string[][][]; // as the script prints it
    answers.forEach((rows, index) => {
      const text = texts[index] ?? "";
      assert.deepEqual(
        parseCsv(text, 1_000).rows.map(({ fields }) => fields),
        rows,
        JSON.stringify(text),
      );
    });
  });
});

/** Sections, or the name of the error. The default section is what no entry point file should have. */
const READ_INI = `
import configparser
def read(text):
    parser = configparser.ConfigParser(delimiters=("=",), interpolation=None, default_section="")
    parser.optionxform = str
    try:
        parser.read_string(text)
    except configparser.Error as error:
        return type(error).__name__
    return {name: dict(parser.items(name)) for name in parser.sections()}
answer = [read(text) for text in question]
`;

describe("writeEntryPoints()", () => {
  const entryPoints = {
    console_scripts: { hello: "hello.cli:main", Hello: "hello.cli:loud", größe: "hello._größe:App.run" },
    "pytest11.x": { "hello plugin: x": "hello.pytest", "-": "a:b [gui]" },
  };

  for (const python of PYTHONS_3) {
    test(`is read by configparser of Python ${python.version}`, () => {
      assert.deepEqual(askPython(python, READ_INI, [writeEntryPoints(entryPoints)]), [entryPoints]);
    });
  }

  test("is read by importlib.metadata", (t) => {
    const python = PYTHONS_3.findLast(({ version }) => Number(version.split(".")[1]) >= 8);
    if (!requireJudge(t, python !== undefined, "Python 3.8 or newer") || python === undefined) return;
    const script = `
import importlib.metadata, tempfile, pathlib
with tempfile.TemporaryDirectory() as folder:
    info = pathlib.Path(folder, "a-1.dist-info")
    info.mkdir()
    (info / "METADATA").write_bytes(b"Metadata-Version: 2.1\\nName: a\\nVersion: 1\\n")
    (info / "entry_points.txt").write_bytes(question.encode("utf-8"))
    points = importlib.metadata.PathDistribution(info).entry_points
    answer = [[point.group, point.name, point.value, point.module, point.attr or ''] for point in points]
`;
    assert.deepEqual(askPython(python, script, writeEntryPoints(entryPoints)), [
      ["console_scripts", "Hello", "hello.cli:loud", "hello.cli", "loud"],
      ["console_scripts", "größe", "hello._größe:App.run", "hello._größe", "App.run"],
      ["console_scripts", "hello", "hello.cli:main", "hello.cli", "main"],
      ["pytest11.x", "-", "a:b [gui]", "a", "b"],
      ["pytest11.x", "hello plugin: x", "hello.pytest", "hello.pytest", ""],
    ]);
  });
});

describe("parseEntryPoints()", () => {
  const tricky = [
    "[a]\nb = c\n",
    "[a]\nb = c\n  d\n\n  e\n# f\n  g\n\n[h]\ni =\n j\n",
    "  [a]\n  b = c\n  d = e\n",
    "[a]b = c\nd = e\n",
    "[a]\n  [b]\n",
    "[]\n",
    "[a]\nb\n",
    "[a]\n=b\n",
    "[a]\nb = c\nb = d\n",
    "[a]\n[a]\n",
    "b = c\n",
    "[a]\n\x1cb\x1c=\x1cc\x1c\n",
    "[a]\nb = c ; d # e\n",
    "[a]\r\nb = c\r\n\r\n",
    "[a]\nb == c\n",
    "[a]]\nb = c\n",
    "[a]\nb = %(c)s\n",
    "[a]\nb = c\n\td\n  e\n",
    "[a]\nb = c\rd\n",
  ];
  test("takes and refuses what Python's configparser takes and refuses", (t) => {
    if (!requireJudge(t, NEWEST !== undefined, "Python 3") || NEWEST === undefined) return;
    const texts = [...tricky, ...brokenTexts("[a]\nb = c\n d\n\n[e]\nf=g\n# h\nb = i\n", 3_000)];
    const answers = askPython(NEWEST, READ_INI, texts) as (string | Record<string, unknown>)[]; // as the script prints it
    answers.forEach((answer, index) => {
      const text = texts[index] ?? "";
      const { entryPoints, findings } = parseEntryPoints(text);
      if (typeof answer === "string") {
        assert.ok(findings.length > 0, `${answer}: ${JSON.stringify(text)}`);
      } else {
        assert.deepEqual({ findings, entryPoints }, { findings: [], entryPoints: answer }, JSON.stringify(text));
      }
    });
  });
});

/** Changed copies of a text, of characters that mean something to one of the formats. */
function brokenTexts(text: string, count: number): string[] {
  const meaningful = [
    "\n",
    "\r",
    " ",
    "\t",
    ":",
    "=",
    ",",
    '"',
    "[",
    "]",
    "#",
    ";",
    "a",
    "F",
    "ä",
    "\x0b",
    "\x1c",
    "\u2028",
  ];
  const bytes = new TextEncoder().encode(text);
  return Array.from(flipBytes(bytes, count), (copy) =>
    Array.from(copy, (byte, index) =>
      byte === bytes[index] ? String.fromCharCode(byte) : (meaningful[byte % meaningful.length] ?? ""),
    ).join(""),
  );
}
