import assert from "node:assert/strict";
import { test } from "node:test";
import { checkDraft, goodWheel } from "./wheel-draft.ts";

test("checkWheel() finds nothing in a good wheel", async () => {
  assert.deepEqual(await checkDraft(goodWheel()), []);
});
