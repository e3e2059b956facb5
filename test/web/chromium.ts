/** A real browser: Debian's Chromium, driven by playwright-core. */
import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { findProgram } from "../conformance/judge.ts";

/** It neither asks anybody for updates nor keeps anything. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const CHROMIUM: string | undefined =
  findProgram("chromium") ?? ["/usr/bin/chromium", "/usr/lib/chromium/chromium"].find(existsSync);

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS });
}

/** What a page prints, line by line, and the errors that nobody caught. */
export function listen(page: Page): { readonly printed: string[]; readonly errors: string[] } {
  const heard = { printed: [] as string[], errors: [] as string[] };
  page.on("console", (message) => {
    if (message.type() === "log") heard.printed.push(message.text());
  });
  page.on("pageerror", (error) => heard.errors.push(error.message));
  return heard;
}
