import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { readWheel } from "../../src/core/memory/inspect.ts";
import { packwheel } from "../../src/node/vite-plugin.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Inside the package, so that `packwheel/vite` resolves to the build as it does for a user. */
const PROJECT = join(ROOT, ".cache", "vite-plugin", "web-dashboard");
const WHEEL = "web_dashboard-1.0.0-py3-none-any.whl";

describe("the Vite plugin", () => {
  before(() => {
    rmSync(PROJECT, { recursive: true, force: true });
    mkdirSync(PROJECT, { recursive: true });
    cpSync(join(ROOT, "fixtures", "projects", "web-dashboard"), PROJECT, { recursive: true });
    rmSync(join(PROJECT, "wheels"), { recursive: true, force: true });
  });
  after(() => rmSync(PROJECT, { recursive: true, force: true }));

  test("packs the output of a real build as package data", async () => {
    await build({ configFile: join(PROJECT, "vite.config.js"), root: join(PROJECT, "web"), logLevel: "silent" });
    assert.deepEqual(readdirSync(join(PROJECT, "wheels")), [WHEEL]);
    const wheel = await readWheel(new Uint8Array(readFileSync(join(PROJECT, "wheels", WHEEL))), { filename: WHEEL });
    const paths = wheel.members.map(({ path }) => path);
    assert.ok(paths.includes("web_dashboard/static/index.html"), paths.join("\n"));
    assert.ok(
      paths.some((path) => /^web_dashboard\/static\/assets\/index-[\w-]+\.js$/.test(path)),
      paths.join("\n"),
    );
    assert.deepEqual(wheel.findings, []);
  });

  test("gives the same wheel when the same page is built again", async () => {
    const read = () => readFileSync(join(PROJECT, "wheels", WHEEL));
    const first = read();
    await build({ configFile: join(PROJECT, "vite.config.js"), root: join(PROJECT, "web"), logLevel: "silent" });
    assert.deepEqual(read(), first);
  });

  test("packs nothing when the build fails", async () => {
    rmSync(join(PROJECT, "wheels"), { recursive: true });
    const main = join(PROJECT, "web", "main.js");
    const good = readFileSync(main);
    writeFileSync(main, 'import "./missing.js";\n');
    try {
      await assert.rejects(
        build({ configFile: join(PROJECT, "vite.config.js"), root: join(PROJECT, "web"), logLevel: "silent" }),
      );
    } finally {
      writeFileSync(main, good);
    }
    assert.ok(!readdirSync(PROJECT).includes("wheels"), "a wheel of a failed build was written");
  });

  test("refuses to write wheels where Vite empties", async () => {
    const plugin = packwheel({ into: "src/web_dashboard/static", outDir: "web/dist" });
    plugin.configResolved({ root: PROJECT, build: { outDir: "web/dist" } });
    await assert.rejects(plugin.closeBundle.handler(), { code: "PLUGIN_OUTPUT_CLASH" });
  });
});
