import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Listing } from "../../../../src/core/upload/index/simple-index.ts";
import {
  backoffDelay,
  type FileEvent,
  type FileOutcome,
  type FileRules,
  type FileStep,
  firstStep,
  nextStep,
} from "../../../../src/core/upload/publish/file-steps.ts";

const RULES: FileRules = { maxAttempts: 3, canAsk: true, askFirst: false, skipExisting: false };
const BLIND: FileRules = { ...RULES, canAsk: false };

const listed = (listing: Listing): FileEvent => ({ kind: "listed", listing });
const accepted: FileEvent = { kind: "answered", answer: { kind: "accepted", warnings: [] } };
const exists: FileEvent = { kind: "answered", answer: { kind: "exists", message: "400 exists" } };
const busy: FileEvent = { kind: "answered", answer: { kind: "busy", message: "429", retryAfter: 5000 } };
const broken: FileEvent = { kind: "answered", answer: { kind: "broken", message: "500", retryAfter: undefined } };
const interrupted: FileEvent = { kind: "interrupted", problem: "reset" };
const unreachable: FileEvent = { kind: "unreachable", problem: "refused" };
const waited: FileEvent = { kind: "waited" };

interface Row {
  readonly name: string;
  readonly rules?: FileRules;
  readonly resumed?: boolean;
  readonly events: readonly FileEvent[];
  /** What is done, one word a step. */
  readonly does: string;
  readonly ends: string;
}

const rows: readonly Row[] = [
  { name: "sends and is done", events: [accepted], does: "send", ends: "uploaded" },
  {
    name: "asks after a break, and is done",
    events: [interrupted, listed("same")],
    does: "send ask",
    ends: "uploaded",
  },
  {
    name: "asks after a break, and sends again",
    events: [interrupted, listed("absent"), waited, accepted],
    does: "send ask wait send",
    ends: "uploaded",
  },
  {
    name: "sends again when the index does not know",
    events: [broken, listed("unknown"), waited, accepted],
    does: "send ask wait send",
    ends: "uploaded",
  },
  {
    name: "fails when a break left other content",
    events: [broken, listed("different")],
    does: "send ask",
    ends: "failed UPLOAD_CONFLICT",
  },
  {
    name: "asks a last time before it gives up",
    rules: { ...RULES, maxAttempts: 1 },
    events: [broken, listed("same")],
    does: "send ask",
    ends: "uploaded",
  },
  {
    name: "says that the file may be up",
    rules: { ...BLIND, maxAttempts: 1 },
    events: [interrupted],
    does: "send",
    ends: "failed UPLOAD_FAILED may be up",
  },
  {
    name: "says that it is not when nothing arrived",
    rules: { ...RULES, maxAttempts: 2 },
    events: [unreachable, waited, unreachable],
    does: "send wait send",
    ends: "failed UPLOAD_FAILED",
  },
  {
    name: "does not try again what would fail again",
    rules: RULES,
    events: [{ ...unreachable, isLasting: true }],
    does: "send",
    ends: "failed UPLOAD_FAILED",
  },
  {
    name: "does not ask after a busy answer",
    events: [busy, waited, accepted],
    does: "send wait send",
    ends: "uploaded",
  },
  {
    name: "counts every request",
    events: [busy, waited, busy, waited, busy],
    does: "send wait send wait send",
    ends: "failed UPLOAD_FAILED",
  },
  {
    name: "takes equal content for done when told that it exists",
    events: [exists, listed("same")],
    does: "send ask",
    ends: "skipped same",
  },
  {
    name: "fails on other content",
    events: [exists, listed("different")],
    does: "send ask",
    ends: "failed UPLOAD_CONFLICT",
  },
  {
    name: "fails when told that it exists, and nobody knows what",
    events: [exists, listed("absent")],
    does: "send ask",
    ends: "failed UPLOAD_FILE_EXISTS",
  },
  {
    name: "skips it when that is wanted",
    rules: { ...BLIND, skipExisting: true },
    events: [exists],
    does: "send",
    ends: "skipped unknown",
  },
  {
    name: "takes it for its own after a break",
    rules: BLIND,
    events: [interrupted, waited, exists],
    does: "send wait send",
    ends: "uploaded unconfirmed",
  },
  {
    name: "does not skip other content after a break",
    rules: { ...RULES, skipExisting: true },
    events: [interrupted, listed("absent"), waited, exists, listed("different")],
    does: "send ask wait send ask",
    ends: "failed UPLOAD_CONFLICT",
  },
  {
    name: "asks first when that is wanted",
    rules: { ...RULES, askFirst: true },
    events: [listed("absent"), accepted],
    does: "ask send",
    ends: "uploaded",
  },
  {
    name: "does not send what is there",
    rules: { ...RULES, askFirst: true },
    events: [listed("same")],
    does: "ask",
    ends: "skipped same",
  },
  {
    name: "does not send into the dark when it is to ask first",
    rules: { ...RULES, askFirst: true },
    events: [listed("unknown")],
    does: "ask",
    ends: "failed UPLOAD_INDEX_UNAVAILABLE",
  },
  {
    name: "asks first after an interrupted run",
    resumed: true,
    events: [listed("same")],
    does: "ask",
    ends: "uploaded",
  },
  {
    name: "sends after an interrupted run that stored nothing",
    resumed: true,
    events: [listed("absent"), accepted],
    does: "ask send",
    ends: "uploaded",
  },
  {
    name: "takes a file of an interrupted run for its own",
    resumed: true,
    rules: BLIND,
    events: [exists],
    does: "send",
    ends: "uploaded unconfirmed",
  },
];

function describeOutcome(outcome: FileOutcome): string {
  if (outcome.kind === "uploaded") return outcome.isConfirmed ? "uploaded" : "uploaded unconfirmed";
  if (outcome.kind === "skipped") return `skipped ${outcome.reason}`;
  return `failed ${outcome.code}${outcome.mayBeUp ? " may be up" : ""}`;
}

describe("the steps of a file", () => {
  for (const { name, rules = RULES, resumed = false, events, does, ends } of rows) {
    test(name, () => {
      let step: FileStep = firstStep(rules, resumed);
      const done: string[] = [];
      for (const event of events) {
        assert.ok(step.do !== "end", `it ended before ${event.kind}`);
        done.push(step.do);
        step = nextStep(step, event, rules);
      }
      assert.equal(done.join(" "), does);
      assert.ok(step.do === "end", `it goes on with ${step.do}`);
      assert.equal(describeOutcome(step.outcome), ends);
    });
  }
});

describe("backoffDelay()", () => {
  const cases = [
    { attempts: 1, retryAfter: undefined, chance: 0, is: 500 },
    { attempts: 1, retryAfter: undefined, chance: 0.999, is: 1000 },
    { attempts: 3, retryAfter: undefined, chance: 0.5, is: 3000 },
    { attempts: 50, retryAfter: undefined, chance: 1, is: 60_000 },
    { attempts: 1, retryAfter: 20_000, chance: 0, is: 20_000 },
    { attempts: 1, retryAfter: 86_400_000, chance: 0, is: 600_000 },
  ];
  for (const { attempts, retryAfter, chance, is } of cases) {
    test(`after ${attempts} requests, asked for ${retryAfter}, by chance ${chance}, is ${is}`, () => {
      assert.equal(backoffDelay(attempts, retryAfter, chance), is);
    });
  }
});
