import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { DETECT_LENGTH, detectObjectFormat, type ObjectFormat } from "../../../src/core/object/detect.ts";
import { makeSideModule } from "./wasm/wasm-bytes.ts";

interface Vector {
  readonly name: string;
  readonly head: Uint8Array;
  readonly format: ObjectFormat | undefined;
}

const vectors: Vector[] = [
  { name: "a 64-bit little-endian ELF file", head: hex("7f454c46 02 01 01 00"), format: "elf" },
  { name: "a 32-bit big-endian ELF file", head: hex("7f454c46 01 02 01 00"), format: "elf" },
  { name: "an ELF file of no known class", head: hex("7f454c46 03 01 01 00"), format: undefined },
  { name: "an ELF file of no known byte order", head: hex("7f454c46 02 00 01 00"), format: undefined },
  { name: "an ELF magic number alone", head: hex("7f454c46"), format: undefined },
  { name: "a 64-bit little-endian Mach-O file", head: padded(hex("cffaedfe 0c000001"), 32), format: "mach-o" },
  { name: "a 32-bit little-endian Mach-O file", head: padded(hex("cefaedfe"), 28), format: "mach-o" },
  { name: "a 64-bit big-endian Mach-O file", head: padded(hex("feedfacf"), 32), format: "mach-o" },
  { name: "a 32-bit big-endian Mach-O file", head: padded(hex("feedface"), 28), format: "mach-o" },
  { name: "a Mach-O magic number alone", head: hex("cffaedfe"), format: undefined },
  { name: "a universal Mach-O file", head: hex("cafebabe 00000002"), format: "mach-o" },
  { name: "a universal Mach-O file with 64-bit offsets", head: hex("cafebabf 00000001"), format: "mach-o" },
  { name: "a universal Mach-O file of no architecture", head: hex("cafebabe 00000000"), format: undefined },
  { name: "a Java class (Java 1.1)", head: hex("cafebabe 0003002d"), format: undefined },
  { name: "a Java class (Java 21)", head: hex("cafebabe 00000041"), format: undefined },
  { name: "a PE file", head: portableExecutable(0x80, 0x100), format: "pe" },
  {
    name: "a PE file with its header beyond what was read",
    head: portableExecutable(0x2000, DETECT_LENGTH),
    format: "pe",
  },
  { name: "a PE file that ends before its header", head: portableExecutable(0x2000, 0x100), format: undefined },
  { name: "a DOS program", head: padded(hex("4d5a"), DETECT_LENGTH), format: undefined },
  { name: "a text that begins with MZ", head: text("MZ is where the story begins. ".repeat(50)), format: undefined },
  { name: "two letters", head: text("MZ"), format: undefined },
  { name: "a WebAssembly module", head: hex("0061736d 01000000"), format: "wasm" },
  { name: "a side module", head: makeSideModule({ needed: ["libfoo.so"] }), format: "side-module" },
  {
    name: "a side module whose first section is long",
    head: makeSideModule({ needed: ["a".repeat(300)] }),
    format: "side-module",
  },
  {
    name: "a WebAssembly module with another first section",
    head: hex("0061736d 01000000 00 05 04 6e616d65"),
    format: "wasm",
  },
  { name: "a WebAssembly component", head: hex("0061736d 0d000100"), format: "wasm" },
  { name: "WebAssembly of an unknown version", head: hex("0061736d 02000000"), format: undefined },
  { name: "a static library", head: text("!<arch>\nhello.o/"), format: "ar" },
  { name: "a thin static library", head: text("!<thin>\n"), format: "ar" },
  { name: "nothing", head: new Uint8Array(), format: undefined },
  { name: "a script", head: text("#!/bin/sh\n"), format: undefined },
  { name: "a zip archive", head: text("PK\u0003\u0004"), format: undefined },
];

describe("detectObjectFormat()", () => {
  for (const { name, head, format } of vectors) {
    test(`takes ${name} for ${format ?? "no object file"}`, () => assert.equal(detectObjectFormat(head), format));
  }

  test("reads a view of other bytes by its own bounds", () => {
    const around = new Uint8Array(100).fill(0xff);
    around.set(hex("0061736d 01000000"), 40);
    assert.equal(detectObjectFormat(around.subarray(40, 48)), "wasm");
    assert.equal(detectObjectFormat(around.subarray(40, 47)), undefined);
  });

  test("answers for every beginning of every vector", () => {
    for (const { head, format } of vectors) {
      for (let length = 0; length < Math.min(head.length, 128); length++) {
        const answer = detectObjectFormat(head.subarray(0, length));
        // A side module begins as all WebAssembly does.
        const isCut = answer === "wasm" && format === "side-module";
        assert.ok(answer === undefined || answer === format || isCut);
      }
    }
  });

  test("answers for any bytes", () => {
    const magic = fc.constantFrom("7f454c46", "cffaedfe", "cafebabe", "4d5a", "0061736d", "213c617263683e0a");
    fc.assert(
      fc.property(magic, fc.uint8Array({ maxLength: 1200 }), (start, rest) => {
        const head = hex(start);
        const bytes = new Uint8Array(head.length + rest.length);
        bytes.set(head);
        bytes.set(rest, head.length);
        const answer = detectObjectFormat(bytes);
        assert.ok(answer === undefined || ["elf", "mach-o", "pe", "side-module", "wasm", "ar"].includes(answer));
      }),
    );
  });

  test("knows the program that runs this test", (t) => {
    const expected: Record<string, ObjectFormat> = { linux: "elf", darwin: "mach-o", win32: "pe" };
    const format = expected[process.platform];
    if (format === undefined || !existsSync(process.execPath)) return t.skip(`no format known for ${process.platform}`);
    assert.equal(detectObjectFormat(readFileSync(process.execPath).subarray(0, DETECT_LENGTH)), format);
  });
});

function hex(digits: string): Uint8Array {
  const bare = digits.replaceAll(" ", "");
  return Uint8Array.from({ length: bare.length / 2 }, (_, index) =>
    Number.parseInt(bare.slice(index * 2, index * 2 + 2), 16),
  );
}

function text(characters: string): Uint8Array {
  return new TextEncoder().encode(characters);
}

function padded(head: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(head);
  return bytes;
}

/** A DOS stub that points to a PE header, of which there is as much as fits. */
function portableExecutable(headerOffset: number, length: number): Uint8Array {
  const bytes = padded(text("MZ"), length);
  new DataView(bytes.buffer).setUint32(0x3c, headerOffset, true);
  if (headerOffset + 4 <= length) bytes.set(text("PE\0\0"), headerOffset);
  return bytes;
}
