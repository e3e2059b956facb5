/** The page of docs/web-page.md in a real browser: built as it is put up, below a path, from a server that knows nothing. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, beforeEach, describe, type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import { portableEngine } from "../../src/core/engine/portable-engine.ts";
import { readWheel } from "../../src/core/memory/inspect.ts";
import { buildTargets } from "../../src/node/build-targets.ts";
import { SIEVE } from "../../src/web/app/build/examples/sieve.ts";
import { requireJudge } from "../conformance/judge.ts";
import { largeWheel } from "./app/large-wheel.ts";
import { CHROMIUM, launchChromium } from "./chromium.ts";
import { type FolderServer, serveFolder } from "./serve-folder.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = join(ROOT, ".cache/web-page-test");

/** Long enough for a busy machine; nothing here is a measure of speed. */
const PATIENCE = { timeout: 120_000 };

/** A task of the page that takes longer than this is felt. Far more than a quiet machine needs. */
const LONGEST_TASK = 400;

describe("the page in Chromium", () => {
  let server: FolderServer;
  let browser: Browser | undefined;
  let context: BrowserContext;
  let page: Page;
  /** What nobody should see: errors, refusals of the policy, requests to others. */
  const complaints: string[] = [];

  before(async () => {
    if (CHROMIUM === undefined) return;
    await build({ configFile: join(ROOT, "vite.config.ts"), logLevel: "error", build: { outDir: PAGE } });
    server = await serveFolder(PAGE, "/some/where/");
    browser = await launchChromium(CHROMIUM);
    context = await browser.newContext({ colorScheme: "light", acceptDownloads: true });
    page = await context.newPage();
    page.on("pageerror", ({ message }) => complaints.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(server.url) && !url.startsWith("blob:")) complaints.push(`asked ${url}`);
    });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(() => complaints.splice(0));

  /** Begin anew at a part of the page. False without a browser. */
  async function open(t: TestContext, part: "inspect" | "build" | "run"): Promise<boolean> {
    if (!requireJudge(t, CHROMIUM !== undefined, "chromium")) return false;
    await page.goto(server.url);
    await page.evaluate("localStorage.clear()");
    await page.reload();
    await page.click(`#tab-${part}`);
    return true;
  }

  async function inspect(name: string, bytes: Uint8Array): Promise<void> {
    const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
    await page.setInputFiles("#inspect input[type=file]", file);
  }

  /** Choose exactly these targets, build, and wait for the end. @returns What the status line says. */
  async function buildFor(targets: readonly string[]): Promise<string> {
    for (const box of await page.locator("#build .target-list input").all()) {
      await box.setChecked(targets.includes((await box.getAttribute("value")) ?? ""));
    }
    return pressBuild();
  }

  async function pressBuild(): Promise<string> {
    const status = page.locator("#build .build-status");
    await page.click("#build-go");
    await page.waitForSelector("#build-go:not([disabled])", PATIENCE);
    return (await status.textContent()) ?? "";
  }

  async function replaceText(path: string, from: string, to: string): Promise<void> {
    await page.click(`#build .file-tab[title="${path}"]`);
    const area = page.locator("#build textarea");
    const text = await area.inputValue();
    assert.ok(text.includes(from), `${path} does not hold ${from}`);
    await area.fill(text.replace(from, to));
  }

  async function download(selector: string): Promise<Buffer> {
    const [started] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
    return readFileSync(await started.path());
  }

  async function printed(text: string): Promise<void> {
    await page.locator("#run-output", { hasText: text }).waitFor(PATIENCE);
  }

  test("compiles for three targets, and gives the bytes that Node gives", async (t) => {
    if (!(await open(t, "build"))) return;
    const targets = ["linux-x86_64", "linux-armv7l", "musl-aarch64"];
    assert.match(await buildFor(targets), /^3 wheels in /);
    const expected = await buildOnNode(SIEVE.files, targets);
    const given = new Map<string, Buffer>();
    for (const name of expected.keys()) given.set(name, await download(`#build a[download="${name}"]`));
    assert.deepEqual(given, expected);
    assert.deepEqual(complaints, []);
  });

  test("shows an error of the compiler at its line, and goes on when it is mended", async (t) => {
    if (!(await open(t, "build"))) return;
    await replaceText("native/sieve.c", "count++;", "count+;");
    assert.match(await buildFor(["linux-x86_64", "musl-x86_64"]), /^2 targets failed$/);
    assert.equal(await page.textContent("#build .mark"), "error: line 18:11expected expression");
    assert.equal(await page.locator("#build .file-tab.is-error").getAttribute("title"), "native/sieve.c");
    await page.click("#build .mark button");
    const before = "document.activeElement.value.slice(0, document.activeElement.selectionStart)";
    assert.equal(await page.evaluate(`${before}.split("\\n").length`), 18);
    await replaceText("native/sieve.c", "count+;", "count++;");
    assert.match(await buildFor(["linux-x86_64"]), /^1 wheel in /);
    assert.equal(await page.locator("#build .mark").count(), 0);
    assert.deepEqual(complaints, []);
  });

  test("shows every problem of pyproject.toml at its line", async (t) => {
    if (!(await open(t, "build"))) return;
    await replaceText("pyproject.toml", 'version = "1.0.0"', "version = 1");
    await replaceText("pyproject.toml", 'license = "MIT"', 'license = "MIT"\nlicence = "MIT"');
    assert.equal(await pressBuild(), "Nothing was built");
    const marks = await page.locator("#build .mark").allTextContents();
    assert.deepEqual(
      marks.map((text) => /^error: line (\d+)/.exec(text)?.[1]),
      ["3", "8"],
    );
    await replaceText("pyproject.toml", "[project]", "[project");
    assert.equal(await pressBuild(), "Nothing was built");
    assert.match(
      (await page.locator("#build .mark").textContent()) ?? "",
      /^error: line 1:\d+Cannot parse pyproject\.toml/,
    );
    assert.deepEqual(complaints, []);
  });

  test("stops a build, and says so", async (t) => {
    if (!(await open(t, "build"))) return;
    await page.locator("#build .target-all input").first().check();
    await page.click("#build-go");
    await page.waitForSelector("#build .result.is-busy", PATIENCE);
    await page.keyboard.press("Escape");
    await page.waitForSelector("#build-go:not([disabled])", PATIENCE);
    assert.equal(await page.textContent("#build .build-status"), "Stopped");
    assert.equal(await page.locator("#build .result.is-busy, #build .result.is-waiting").count(), 0);
    assert.deepEqual(complaints, []);
  });

  test("packs a folder without code, and both archives as one zip", async (t) => {
    if (!(await open(t, "build"))) return;
    const folder = join(ROOT, "fixtures/projects/hello");
    await page.setInputFiles("#choose-folder", folder);
    await page.waitForSelector('#build .file-tab[title="pyproject.toml"]');
    await page.getByLabel("and the sdist").check();
    assert.match(await pressBuild(), /^1 wheel in /);
    const zip = await download("#build button:has-text('Download all')");
    const bytes = await download('#build a[download="hello-1.0.0-py3-none-any.whl"]');
    const wheel = await readWheel(new Uint8Array(bytes), { filename: "hello-1.0.0-py3-none-any.whl" });
    assert.deepEqual(wheel.findings, []);
    assert.ok(zip.includes(bytes), "the zip does not hold the wheel as it is");
    assert.ok(zip.includes("hello-1.0.0.tar.gz"), "the zip does not name the sdist");
    assert.deepEqual(complaints, []);
  });

  test("runs a wheel that it built, prints what it prints, and stops what does not end", async (t) => {
    if (!(await open(t, "build"))) return;
    await page.selectOption("#build .project select", "pure");
    await page.waitForSelector('#build .file-tab[title="src/greeter/__init__.py"]');
    await pressBuild();
    await page.click("#build .results button:has-text('Run')");
    await printed("Hello, World!\n");
    const code = page.locator("#run-code");
    await code.fill("1 / 0");
    await code.press("Control+Enter");
    await printed("ZeroDivisionError");
    await code.fill("import greeter\nwhile True:\n    print(greeter.greet('again'))");
    await code.press("Control+Enter");
    await printed("again");
    await code.press("Escape");
    await page.waitForSelector("#run-go:not([disabled])");
    assert.equal(await page.textContent("#run .build-status"), "Stopped");
    assert.deepEqual(complaints, []);
  });

  test("runs C that it compiled", async (t) => {
    if (!(await open(t, "build"))) return;
    assert.match(await buildFor(["pyemscripten-wasm32"]), /^1 wheel in /);
    await page.click("#build .results button:has-text('Run')");
    await printed("664,579 primes below   10,000,000");
    assert.deepEqual(complaints, []);
  });

  test("inspects a wheel of 50 MB, and answers all the while", async (t) => {
    if (!(await open(t, "inspect"))) return;
    const path = join(PAGE, "..", "large-1.0-py3-none-any.whl");
    writeFileSync(path, await largeWheel(50_000_000));
    await page.evaluate(`
      globalThis.tasks = [];
      const note = (list) => tasks.push(...list.getEntries().map(({ duration }) => duration));
      new PerformanceObserver(note).observe({ type: "longtask" });
    `);
    await page.setInputFiles("#inspect input[type=file]", path);
    await page.waitForSelector("#inspect-time", PATIENCE);
    rmSync(path);
    const longest = await page.evaluate<number>("Math.max(0, ...tasks)");
    assert.ok(longest < LONGEST_TASK, `one task took ${longest} ms`);
    assert.equal(await page.textContent("#inspect .summary h1"), "large 1.0");
    // Of thousands of members only those in sight are drawn.
    assert.ok((await page.locator("#inspect .tree-row").count()) < 60);
    await page.locator("#inspect input[type=search]").fill("module_1999");
    assert.equal(await page.textContent("#inspect .members [role=status]"), "1 match");
    assert.deepEqual(complaints, []);
  });

  test("says what is wrong with a wheel, and leads to the member", async (t) => {
    if (!(await open(t, "inspect"))) return;
    const wheel = await largeWheel(0);
    const middle = wheel.length >> 1;
    wheel[middle] = (wheel[middle] ?? 0) ^ 0xff;
    await inspect("large-1.0-py3-none-any.whl", wheel);
    await page.waitForSelector("#inspect .badge.is-error", PATIENCE);
    const link = page.locator("#inspect .finding button.path").first();
    const member = await link.textContent();
    await link.click();
    assert.equal(await page.locator("#inspect .tree-row.is-current").getAttribute("title"), member);
    assert.deepEqual(complaints, []);
  });

  for (const { name, bytes, says } of [
    { name: "hello-1.0-py3-none-any.whl", bytes: "this is no wheel", says: /^error: Cannot (?:read|find|parse)/ },
    { name: "hello-1.0.tar.gz", bytes: "this is no sdist", says: /^error: Cannot gunzip/ },
    { name: "hello.txt", bytes: "hello", says: /^error: Cannot read "hello.txt": it ends in neither .whl nor .tar.gz/ },
  ]) {
    test(`says why it cannot read ${name}`, async (t) => {
      if (!(await open(t, "inspect"))) return;
      await inspect(name, new TextEncoder().encode(bytes));
      await page.waitForSelector("#inspect [role=alert] .finding");
      assert.equal(await page.textContent("#inspect h1"), `Cannot read ${name}`);
      assert.match((await page.textContent("#inspect .finding-message")) ?? "", says);
      assert.deepEqual(complaints, []);
    });
  }

  test("is used with the keys alone, and always shows where they go", async (t) => {
    if (!(await open(t, "inspect"))) return;
    await page.reload(); // without the click, which would be where Tab begins
    const focused = (): Promise<string> => {
      const name = 'at.id || (at.getAttribute("aria-label") ?? at.textContent ?? "").trim()';
      return page.evaluate<string>(`(({ activeElement: at }) => ${name})(document)`);
    };
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press("Tab");
    assert.equal(await focused(), "Skip to the content");
    await press("Tab");
    assert.equal(await focused(), "tab-inspect");
    await press("ArrowRight");
    assert.equal(await focused(), "tab-build");
    assert.equal(await page.getAttribute("#build", "hidden"), null);
    const order = ["Keys", "theme", "Begin with an example", "Open a folder", "Add files", "native/sieve.c"];
    for (const expected of order) {
      await press("Tab");
      assert.equal(await focused(), expected);
      const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
      assert.equal(outline, "solid", `${expected} shows no focus`);
    }
    await press("ArrowDown");
    assert.equal(await focused(), "native/sieve.h");
    await press("Tab", "Tab", "Tab");
    assert.equal(await focused(), "Text of native/sieve.h");
    await press("Control+Home", "Tab");
    assert.equal(await page.evaluate("document.activeElement.value.slice(0, 5)"), "    #");
    await press("Escape", "Tab");
    assert.notEqual(await focused(), "Text of native/sieve.h");
    await press("?");
    assert.equal(await page.locator("dialog[open]").count(), 1);
    await press("Escape");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    assert.deepEqual(complaints, []);
  });

  test("is light or dark as the system is, until the switch says otherwise", async (t) => {
    if (!(await open(t, "inspect"))) return;
    const brightness = async (): Promise<number> => {
      const colour = await page.evaluate<string>("getComputedStyle(document.documentElement).backgroundColor");
      return Math.max(...(colour.match(/\d+/g) ?? []).slice(0, 3).map(Number));
    };
    assert.ok((await brightness()) > 200);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.ok((await brightness()) < 60);
    await page.click("#theme");
    assert.ok((await brightness()) > 200);
    await page.reload();
    assert.ok((await brightness()) > 200, "the choice is lost with a reload");
    await page.click("#theme");
    await page.emulateMedia({ colorScheme: "light" });
    assert.ok((await brightness()) > 200, "the system is not followed again");
    assert.deepEqual(complaints, []);
  });

  test("needs no network once it was there", async (t) => {
    if (!(await open(t, "build"))) return;
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    await page.reload();
    await context.setOffline(true);
    try {
      await page.reload();
      await page.evaluate("localStorage.clear()");
      await page.reload();
      assert.match(await buildFor(["linux-x86_64"]), /^1 wheel in /);
      await page.click("#build .results button[aria-label^=Inspect]");
      await page.waitForSelector("#inspect .badge.is-good", PATIENCE);
    } finally {
      await context.setOffline(false);
    }
    // The browser tells of each list of files that could not be asked for.
    assert.deepEqual(
      complaints.filter((text) => !text.includes("ERR_INTERNET_DISCONNECTED")),
      [],
    );
  });
});

/** Name and bytes of each wheel. */
async function buildOnNode(
  files: Readonly<Record<string, string>>,
  targets: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const directory = mkdtempSync(join(tmpdir(), "packwheel-page-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
    const native = { compiler: "wasm", cache: false };
    const engine = portableEngine();
    const { targets: built } = await buildTargets(directory, targets, { kinds: ["wheel"], native, engine });
    const wheels = built.flatMap(({ wheel }) => (wheel === undefined ? [] : [wheel]));
    return new Map(wheels.map(({ filename, path }) => [filename, readFileSync(path)]));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
