/** Files that are made to keep a checker busy: each must be done within seconds. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { processorTime } from "../../processor-time.ts";
import { setHeader } from "./cases/wheel-case.ts";
import { checkDraft, goodWheel, type WheelDraft } from "./wheel-draft.ts";

const MAX_SECONDS = 10;

const attacks: readonly { name: string; change: (draft: WheelDraft) => void }[] = [
  {
    name: "folders nested 30,000 deep",
    change: ({ files }) => {
      for (let index = 0; index < 20; index++) files[`${"a/".repeat(30_000)}m${index}.py`] = "";
    },
  },
  {
    name: "names of 60,000 characters",
    change: ({ files }) => {
      for (const piece of [".cp31-", " ", ".", "~", "-", "__pycache__/"]) {
        for (let index = 0; index < 5; index++) files[`${piece.repeat(60_000 / piece.length)}${index}x`] = "";
      }
    },
  },
  {
    name: "90,000 classifiers that do not exist",
    change: ({ metadata }) => {
      for (let index = 0; index < 90_000; index++)
        metadata?.push(`Classifier: Programming Language :: Pyhton ${index}`);
    },
  },
  {
    name: "90,000 requirements, extras and URLs",
    change: ({ metadata }) => {
      for (let index = 0; index < 30_000; index++) {
        metadata?.push(
          `Requires-Dist: a; extra == "x${index}"`,
          `Provides-Extra: y${index}`,
          `Project-URL: ${index}, a:b`,
        );
      }
    },
  },
  {
    name: "values of a million characters",
    change: ({ metadata }) => {
      const long = "a".repeat(1_000_000);
      for (const field of [
        "Home-page: https://",
        "Author-email: \u00e4",
        "Maintainer-email: \u00e4",
        "License-File: ",
      ]) {
        metadata?.push(`${field}${long}#\n x`);
      }
      metadata?.push(`Requires-Dist: ${long}`, `Import-Name: ${long}`, `Dynamic: ${long}`, `Requires-Python: >${long}`);
      setHeader(metadata, "License-Expression", `License-Expression: ${"(".repeat(1_000_000)}`);
    },
  },
  {
    name: "descriptions of one long line",
    change: (draft) => {
      draft.description = `[a](b.md)\n${"`".repeat(5_000_000)}a${"[a](b".repeat(500_000)}`;
    },
  },
  {
    name: "descriptions of many lines",
    change: (draft) => {
      draft.description = `[a](b.md)\n${`${"`".repeat(5000)}a\n`.repeat(500)}`;
    },
  },
  {
    name: "a RECORD of other files",
    change: (draft) => {
      draft.record = (text) => text + Array.from({ length: 100_000 }, (_, index) => `${index},sha256=AA,1\n`).join("");
    },
  },
  {
    name: "entry points by the thousand",
    change: ({ files }) => {
      const lines = Array.from({ length: 100_000 }, (_, index) => `n${index} = hello.m${index}:main`);
      files["hello-1.0.dist-info/entry_points.txt"] = `[console_scripts]\n${lines.join("\n")}\n`;
    },
  },
];

describe("checkWheel() ends soon", () => {
  for (const { name, change } of attacks) {
    test(`on ${name}`, async () => {
      const draft = goodWheel();
      change(draft);
      const start = processorTime();
      const findings = await checkDraft(draft);
      const seconds = (processorTime() - start) / 1000;
      assert.ok(findings.length > 0, "nothing was found");
      assert.ok(findings.length < 2000, `${findings.length} findings`);
      assert.ok(seconds < MAX_SECONDS, `it took ${seconds.toFixed(1)} s`);
    });
  }
});
