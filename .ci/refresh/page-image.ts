// Takes docs/images/page.png of the page that `npm run web:build` wrote: node --import tsx .ci/refresh/page-image.ts
import { fileURLToPath } from "node:url";
import { CHROMIUM, launchChromium } from "../../test/web/chromium.ts";
import { serveFolder } from "../../test/web/serve-folder.ts";

const PAGE = fileURLToPath(new URL("../../.cache/web-page", import.meta.url));
const IMAGE = fileURLToPath(new URL("../../docs/images/page.png", import.meta.url));

if (CHROMIUM === undefined) throw new Error("Cannot take a picture: chromium is not installed");
const server = await serveFolder(PAGE, "/");
const browser = await launchChromium(CHROMIUM);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  await page.goto(`${server.url}#build`);
  // The second time, with the compiler at hand and something to compile, is what most builds are like.
  for (const text of ["", "/* Prime numbers, by the sieve of Eratosthenes. */\n"]) {
    await page.focus("#build textarea");
    await page.keyboard.press("Control+Home");
    await page.keyboard.insertText(text);
    await page.click("#build-go");
    await page.waitForSelector("#build-go:not([disabled])", { timeout: 120_000 });
  }
  await page.mouse.move(0, 0);
  await page.screenshot({ path: IMAGE, fullPage: true });
} finally {
  await browser.close();
  await server.close();
}
