/**
 * How quick the page is, in Chromium: `npm run web:build`, then `node --import tsx bench/programs/measure-page.ts`.
 * The goals: 1.5 s for the inspection of 50 MB, 10 s for the first wheel of a warm cache, 1.5 GB for the tab.
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { largeWheel } from "../../test/web/app/large-wheel.ts";
import { CHROMIUM, launchChromium } from "../../test/web/chromium.ts";
import { serveFolder } from "../../test/web/serve-folder.ts";

const RUNS = 3;
const PATIENCE = { timeout: 300_000 };
const PAGE = fileURLToPath(new URL("../../.cache/web-page", import.meta.url));
const WHEEL = join(tmpdir(), "large-1.0-py3-none-any.whl");

if (CHROMIUM === undefined) throw new Error("Cannot measure: chromium is not installed");
const server = await serveFolder(PAGE, "/");
const browser = await launchChromium(CHROMIUM);
try {
  writeFileSync(WHEEL, await largeWheel(50_000_000));
  const page = await browser.newPage();
  await page.goto(server.url);
  const inspections: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    inspections.push(await timed(() => page.setInputFiles("#inspect input[type=file]", WHEEL), page, "#inspect-time"));
    await page.keyboard.press("Escape");
  }
  print("inspect 50 MB", Math.min(...inspections));

  const build = (): Promise<number> => timed(() => page.click("#build-go"), page, "#build .result.is-good");
  for (const state of ["empty", "warm"]) {
    await page.reload();
    await page.click("#tab-build");
    print(`first wheel, ${state} cache`, await build());
    await page.waitForSelector("#build-go:not([disabled])", PATIENCE);
  }
  for (const group of await page.locator("#build .target-all input").all()) await group.check();
  await page.focus("#build textarea");
  await page.keyboard.insertText("/* new */\n");
  print("all targets", await timed(() => page.click("#build-go"), page, "#build-go:not([disabled])"));
  process.stdout.write(`memory of the tab at its peak: ${Math.round((await peakMemory()) / 1e6)} MB\n`);
} finally {
  rmSync(WHEEL, { force: true });
  await browser.close();
  await server.close();
}

/** Milliseconds until there is such an element. */
async function timed(begin: () => Promise<void>, page: Page, selector: string): Promise<number> {
  const start = performance.now();
  await begin();
  await page.waitForSelector(selector, PATIENCE);
  return performance.now() - start;
}

/** Of the process that has the page and its workers. */
async function peakMemory(): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo.flatMap(({ type, id }) => {
    if (type !== "renderer") return [];
    const found = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, "latin1"))?.[1];
    return found === undefined ? [] : [1024 * Number(found)];
  });
  return Math.max(0, ...peaks);
}

function print(what: string, milliseconds: number): void {
  process.stdout.write(`${what}: ${(milliseconds / 1000).toFixed(1)} s\n`);
}
