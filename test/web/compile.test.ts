/**
 * `packwheel/web` in a real browser, from the package that `npm run build` makes: one browser, and one page that Vite
 * bundles with its plugin, as a user would.
 */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { portableEngine } from "../../src/core/engine/portable-engine.ts";
import { buildTargets } from "../../src/node/build-targets.ts";
import { packwheelToolchain } from "../../src/node/vite-toolchain.ts";
import { requireJudge } from "../conformance/judge.ts";
import { CHROMIUM, launchChromium, listen } from "./chromium.ts";
import type { Actions } from "./page/actions.ts";
import { type FolderServer, serveFolder } from "./serve-folder.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WORK = join(ROOT, ".cache/web");

const PROJECT = {
  "pyproject.toml": `
[project]
name = "counting"
version = "1.2"
requires-python = ">=3.9"

[[tool.packwheel.native]]
kind = "ctypes"
module = "counting._native"
sources = ["native/*.c"]
include-dirs = ["native/include"]
std = "c23"
`,
  "counting/__init__.py": "from counting._native import lib\n",
  "native/count.c": '#include <stdio.h>\n#include "count.h"\n\nint count(void) { return printf("%d\\n", WORDS); }\n',
  "native/table.c": '#include "count.h"\n\nconst unsigned char table[] = {\n#embed "table.bin"\n};\n',
  "native/table.bin": "all of these bytes",
  "native/include/count.h": "#define WORDS 3\nint count(void);\nextern const unsigned char table[18];\n",
};
/** Calls the function, and reads the table. */
const PYTHON = `
import ctypes, json
from counting import lib
table = (ctypes.c_ubyte * 18).in_dll(lib, "table")
json.dumps([lib.count(), bytes(table).decode()])
`;
const TARGETS = ["linux-x86_64", "musl-armv7l", "macos-arm64", "windows-amd64", "pyemscripten-wasm32"];

describe("packwheel/web in Chromium", () => {
  let server: FolderServer;
  let browser: Browser | undefined;
  let page: Page;

  before(async () => {
    if (CHROMIUM === undefined) return;
    await buildPage();
    server = await serveFolder(join(WORK, "page"), "/somewhere/");
    browser = await launchChromium(CHROMIUM);
    page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(server.url);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  /** The page's actions; what they are given and give passes as data. */
  const actions = new Proxy({} as Actions, {
    get:
      (_, name) =>
      (...words: readonly unknown[]) =>
        page.evaluate(`actions.${String(name)}(...${JSON.stringify(words)})`),
  });

  /** What the page fetches of the compiler during `work`, without the list of files. */
  async function fetched(work: () => Promise<unknown>): Promise<readonly string[]> {
    const start = server.asked.length;
    await work();
    const names = server.asked.slice(start).filter((path) => path.startsWith("toolchain/"));
    return names.map((path) => path.replace(/^toolchain\/|-[0-9a-f]{12}/g, "")).filter((name) => name.endsWith(".gz"));
  }

  test("loads the compiler once, and shows how much of it has come", async (t) => {
    if (!requireJudge(t, CHROMIUM !== undefined, "chromium")) return;
    const files = ["clang.wasm.gz", "headers.tar.gz", "llc.wasm.gz", "sysroot.tar.gz"];
    const first = await fetched(async () => {
      const { width, progress } = await actions.load();
      assert.ok(width >= 1 && width <= 3, `${width} workers`);
      assert.deepEqual(progress, ["some bytes", "all bytes"]);
    });
    assert.deepEqual([...first].sort(), files);
    await page.reload();
    assert.deepEqual(await fetched(() => actions.load()), []);
  });

  test("builds the same bytes as Node does, for a target of each kind", async (t) => {
    if (!requireJudge(t, CHROMIUM !== undefined, "chromium")) return;
    const [inBrowser, onNode] = await Promise.all([
      actions.buildFolder(PROJECT, TARGETS),
      buildOnNode(PROJECT, TARGETS),
    ]);
    assert.deepEqual(
      inBrowser.files.map(([name]) => name),
      onNode.map(([name]) => name),
    );
    assert.deepEqual(inBrowser.files, onNode);
    assert.deepEqual(inBrowser.findings, []);
  });

  test("builds what Pyodide loads and runs beside it", async (t) => {
    if (!requireJudge(t, CHROMIUM !== undefined, "chromium")) return;
    assert.equal(await actions.runInPyodide(PROJECT, PYTHON), '[2, "all of these bytes"]');
  });

  test("stops when it is told to, and compiles again afterwards", async (t) => {
    if (!requireJudge(t, CHROMIUM !== undefined, "chromium")) return;
    const other = { ...PROJECT, "native/count.c": `${PROJECT["native/count.c"]}int other(void) { return 1; }\n` };
    assert.deepEqual(await actions.cancel(other, "linux-x86_64"), { name: "AbortError" });
    assert.equal((await actions.build(other, ["linux-x86_64"])).files.length, 2);
  });

  test("tells what is wrong with a source as a PackwheelError", async (t) => {
    if (!requireJudge(t, CHROMIUM !== undefined, "chromium")) return;
    const broken = { ...PROJECT, "native/count.c": "int count(void) { return 3 }\n" };
    const error = await actions.fail(broken, "linux-x86_64");
    assert.equal(error.code, "NATIVE_COMPILE_FAILED");
    assert.equal(error.path, "native/count.c");
    assert.match(String(error.message), /^linux-x86_64: .*native\/count\.c:1:27: error: expected ';'/s);
  });

  test("fetches what is kept in a damaged state again, and nothing else", async (t) => {
    if (!requireJudge(t, CHROMIUM !== undefined, "chromium")) return;
    assert.equal(await actions.damage(), 5);
    assert.deepEqual(await fetched(() => actions.load()), ["clang.wasm.gz"]);
  });

  test("needs no network for what it has", async (t) => {
    if (!requireJudge(t, CHROMIUM !== undefined, "chromium")) return;
    await page.context().setOffline(true);
    try {
      await actions.load();
      const error = await actions.loadFrom("elsewhere/toolchain.json");
      assert.equal(error.code, "TOOLCHAIN_FETCH_FAILED");
    } finally {
      await page.context().setOffline(false);
    }
    assert.equal((await actions.build(PROJECT, ["linux-x86_64"])).files.length, 2);
  });

  test("says where the list of files is not", async (t) => {
    if (!requireJudge(t, CHROMIUM !== undefined, "chromium")) return;
    const url = `${server.url}elsewhere/toolchain.json`;
    assert.deepEqual(await actions.loadFrom("elsewhere/toolchain.json"), {
      code: "TOOLCHAIN_FETCH_FAILED",
      message: `Cannot fetch "${url}" of the WASM compiler: the server answers 404`,
      hint: "Check the connection, and that the server offers all files that the list names",
      path: url,
    });
  });

  for (const [index, { code, output }] of examples().entries()) {
    test(`runs example ${index + 1} of docs/library.md, which prints what the page says`, async (t) => {
      if (!requireJudge(t, CHROMIUM !== undefined, "chromium")) return;
      const { printed, errors } = listen(page);
      await page.goto(`${server.url}example-${index + 1}.html`);
      await page.waitForFunction("globalThis.done === true");
      assert.deepEqual(errors, []);
      assert.equal(`${printed.join("\n")}\n`, output);
      assert.notEqual(code, "");
    });
  }
});

/** Name and bytes of the sdist and of each wheel, with the same engine. */
async function buildOnNode(files: Readonly<Record<string, string>>, targets: readonly string[]): Promise<string[][]> {
  const directory = mkdtempSync(join(tmpdir(), "packwheel-web-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const native = { compiler: "wasm", cache: false };
    const { sdist, targets: built } = await buildTargets(directory, targets, { native, engine: portableEngine() });
    const all = [sdist, ...built.map(({ wheel }) => wheel)].filter((file) => file !== undefined);
    return all.map(({ filename, path }) => [filename, readFileSync(path).toString("base64")]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

interface Example {
  readonly code: string;
  readonly output: string;
}

/** Every block of docs/library.md that is for browsers, with what it prints. */
function examples(): readonly Example[] {
  const text = readFileSync(join(ROOT, "docs/library.md"), "utf8");
  const blocks = text.matchAll(/```ts browser\n([\s\S]*?)```\s*```text\n([\s\S]*?)```/g);
  return [...blocks].map(([, code = "", output = ""]) => ({ code, output }));
}

/** The test's own page and one for each example. */
async function buildPage(): Promise<void> {
  const sources = join(WORK, "sources");
  rmSync(sources, { recursive: true, force: true });
  mkdirSync(sources, { recursive: true });
  const html = (script: string): string =>
    `<!doctype html><link rel="icon" href="data:,"><script type="module" src="${script}"></script>\n`;
  writeFileSync(join(sources, "index.html"), html("./main.ts"));
  const actions = JSON.stringify(join(ROOT, "test/web/page/actions.ts"));
  writeFileSync(
    join(sources, "main.ts"),
    `import { actions } from ${actions};\nObject.assign(globalThis, { actions });\n`,
  );
  const pages = [join(sources, "index.html")];
  for (const [index, { code }] of examples().entries()) {
    const name = `example-${index + 1}`;
    writeFileSync(join(sources, `${name}.html`), html(`./${name}.ts`));
    writeFileSync(join(sources, `${name}.ts`), `${code}\nObject.assign(globalThis, { done: true });\n`);
    pages.push(join(sources, `${name}.html`));
  }
  const page = join(WORK, "page");
  await build({
    configFile: false,
    root: sources,
    base: "./",
    logLevel: "error",
    resolve: { alias: { "packwheel/web": join(ROOT, "dist/web.js") } },
    plugins: [packwheelToolchain({ cacheFolder: join(WORK, "toolchain") })],
    worker: { format: "es" },
    build: { outDir: page, emptyOutDir: true, rollupOptions: { input: pages } },
  });
  for (const name of ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip"]) {
    cpSync(join(ROOT, "node_modules/pyodide", name), join(page, "pyodide", name));
  }
}
