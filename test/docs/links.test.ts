import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const pages = [
  "README.md",
  "CHANGELOG.md",
  ...["docs", "fixtures", "bench"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".md") && !path.includes("node_modules"))
      .map((path) => join(folder, path)),
  ),
].sort();

/** Fenced and inline code holds no links, and its `#` begins no headings. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1`*$/gm, "").replace(/(`+)(?!`)[^`][\s\S]*?\1(?!`)/g, "");
}

function links(markdown: string): string[] {
  const text = withoutCode(markdown);
  const inline = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)];
  const defined = [...text.matchAll(/^\[[^\]]+\]:\s+<?(\S+?)>?$/gm)];
  return [...inline, ...defined].map(([, target = ""]) => target).filter((target) => !/^[a-z][a-z+.-]*:/i.test(target));
}

/** The names that GitHub gives headings: lower case, words joined by dashes, a number behind a repeated one. */
function anchors(markdown: string): Set<string> {
  const seen = new Map<string, number>();
  const found = new Set<string>();
  const prose = markdown.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1`*$/gm, "");
  for (const [, heading = ""] of prose.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    found.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return found;
}

function problems(page: string): string[] {
  return links(readFileSync(join(ROOT, page), "utf8")).flatMap((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? join(ROOT, page) : join(ROOT, dirname(page), decodeURIComponent(path));
    if (relative(ROOT, target).startsWith("..")) return [`${link}: outside the repository`];
    if (!existsSync(target)) return [`${link}: no such file`];
    if (anchor === undefined || anchor === "" || !target.endsWith(".md")) return [];
    return anchors(readFileSync(target, "utf8")).has(anchor) ? [] : [`${link}: no such heading`];
  });
}

describe("links of the documentation", () => {
  for (const page of pages) {
    test(`${page} links to files and headings that exist`, () => assert.deepEqual(problems(page), []));
  }

  test("are found in every form, and not in code", () => {
    const markdown = '[a](x.md) [b](<y.md#z> "t")\n[c]: w.md\n`[d](no.md)` [e](https://x.y)\n```\n[f](no.md)\n```\n';
    assert.deepEqual(links(markdown), ["x.md", "y.md#z", "w.md"]);
  });

  test("lead to headings by the names that GitHub gives them", () => {
    const headings =
      "# `[project]`\n## In an unpacked sdist\n```\n# no\n```\n## Größe & Co.\n## In an unpacked sdist\n";
    assert.deepEqual(
      [...anchors(headings)],
      ["project", "in-an-unpacked-sdist", "größe--co", "in-an-unpacked-sdist-1"],
    );
  });
});
