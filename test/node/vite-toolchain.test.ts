import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { build, createServer } from "vite";
import { packwheelToolchain } from "../../src/node/vite-toolchain.ts";
import { projectWithFakePackages } from "./toolchain/fake-packages.ts";

describe("packwheelToolchain()", () => {
  const root = projectWithFakePackages();
  writeFileSync(join(root, "index.html"), "<!doctype html><title>a page</title>\n");
  after(() => rmSync(root, { recursive: true, force: true }));

  const names = (): readonly string[] => readdirSync(join(root, "dist/toolchain")).sort();

  test("puts the compiler beside the page that is built", async () => {
    await build({ configFile: false, root, logLevel: "silent", plugins: [packwheelToolchain()] });
    const stems = names().map((name) => name.replace(/-[0-9a-f]{12}/, ""));
    assert.deepEqual(stems, ["clang.wasm.gz", "headers.tar.gz", "llc.wasm.gz", "sysroot.tar.gz", "toolchain.json"]);
    const kept = readdirSync(join(root, "node_modules/.cache/packwheel/toolchain")).sort();
    assert.deepEqual(kept, names());
  });

  test("puts it into another folder when told so", async () => {
    const plugin = packwheelToolchain({ into: "assets/compiler" });
    await build({ configFile: false, root, logLevel: "silent", plugins: [plugin] });
    assert.ok(existsSync(join(root, "dist/assets/compiler/toolchain.json")));
    assert.ok(!existsSync(join(root, "dist/toolchain")));
  });

  test("offers it while the page is worked on, with nothing written beside the page", async () => {
    const plugins = [packwheelToolchain()];
    const server = await createServer({
      configFile: false,
      root,
      base: "/page/",
      logLevel: "silent",
      plugins,
      server: { port: 0, host: "127.0.0.1", ws: false, watch: null },
    });
    try {
      await server.listen();
      const address = server.httpServer?.address();
      assert.ok(typeof address === "object" && address !== null);
      const url = `http://127.0.0.1:${address.port}/page/toolchain/`;
      const list = await fetch(`${url}toolchain.json`);
      assert.equal(list.headers.get("content-type"), "application/json");
      const { files } = JSON.parse(await list.text());
      const clang = await fetch(url + files.clang.url);
      const place = join(root, "node_modules/.cache/packwheel/toolchain", files.clang.url);
      assert.deepEqual(new Uint8Array(await clang.arrayBuffer()), new Uint8Array(readFileSync(place)));
      const other = await fetch(`${url}../../package.json`);
      assert.notEqual(other.headers.get("content-type"), "application/gzip");
    } finally {
      await server.close();
    }
    assert.ok(!existsSync(join(root, "toolchain")));
  });
});
