/** What goes wrong between us and an index, and what comes of it: one row a case. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import type { UploadedFile } from "../../src/node/upload/upload-result.ts";
import { runUpload, type UploadRun } from "./run-upload.ts";
import { buildRelease, type Release, sha256 } from "./sample-files.ts";
import { type Fault, Warehouse } from "./warehouse.ts";

const TOKEN = "pypi-AgEIcHlwaS5vcmcTOKENofTheTest_0123456789";
const PASSWORD = "correct horse & battery/staple";
/** Forms in which a secret could get out. */
const SECRETS = [
  TOKEN,
  PASSWORD,
  encodeURIComponent(PASSWORD),
  Buffer.from(`__token__:${TOKEN}`).toString("base64"),
  Buffer.from(`alice:${PASSWORD}`).toString("base64"),
];

type Status = UploadedFile["status"];

interface Case {
  readonly name: string;
  /** Of the warehouse, one a request. */
  readonly faults?: readonly Fault[];
  readonly arrange?: (warehouse: Warehouse) => void | Promise<void>;
  readonly settings?: Readonly<Record<string, string | boolean>>;
  /** Upload URL below the warehouse. Default: `/legacy/`. */
  readonly path?: string;
  /** Give the Simple API as --check-url. */
  readonly asks?: boolean;
  /** Wheels; the sdist comes last when `sdist` is set. Default: one. */
  readonly wheels?: number;
  readonly sdist?: boolean;
  /** The one wheel is larger than what the system takes off our hands by itself. */
  readonly large?: boolean;
  /** Status of each file, in order. */
  readonly becomes: readonly Status[];
  /** Of the files, how many are stored. */
  readonly stored: number;
  /** Codes of findings. */
  readonly says?: readonly string[];
  /** In what people read. */
  readonly words?: RegExp;
  /** Upload requests that reached the warehouse, as far as their path. */
  readonly requests?: number;
  readonly waits?: readonly number[];
}

const none: Fault = { kind: "none" };

const CASES: readonly Case[] = [
  { name: "nothing goes wrong", becomes: ["uploaded"], stored: 1, requests: 1, waits: [] },
  {
    name: "several files, the first alone",
    wheels: 6,
    sdist: true,
    becomes: Array<Status>(7).fill("uploaded"),
    stored: 7,
    requests: 7,
  },
  {
    name: "the connection breaks within the file, and nobody can be asked",
    faults: [{ kind: "reset-mid-body", after: 100 }],
    becomes: ["uploaded"],
    stored: 1,
    requests: 2,
    waits: [750],
  },
  {
    name: "the connection breaks within the file, and the index knows nothing of it",
    faults: [{ kind: "reset-mid-body", after: 100 }],
    asks: true,
    becomes: ["uploaded"],
    stored: 1,
    requests: 2,
  },
  {
    name: "the connection breaks after the file is stored: the index is asked, and nothing is sent twice",
    faults: [{ kind: "reset", stores: true }],
    asks: true,
    becomes: ["uploaded"],
    stored: 1,
    requests: 1,
    waits: [],
  },
  {
    name: "the connection breaks after the file is stored, and nobody can be asked: PyPI takes the same file again",
    faults: [{ kind: "reset", stores: true }],
    becomes: ["uploaded"],
    stored: 1,
    requests: 2,
  },
  {
    name: "the file is stored without an answer, and the second request is told that it exists",
    faults: [
      { kind: "reset", stores: true },
      { kind: "answer", status: 409, reason: "Conflict" },
    ],
    becomes: ["uploaded"],
    stored: 1,
    says: ["UPLOAD_UNVERIFIED"],
    requests: 2,
  },
  {
    name: "the file is stored without an answer, and the index shows it only later",
    arrange: (warehouse) => {
      warehouse.indexLag = 3;
    },
    faults: [
      { kind: "reset", stores: true },
      { kind: "answer", status: 400, reason: "File already exists ('x')." },
    ],
    asks: true,
    becomes: ["uploaded"],
    stored: 1,
    requests: 2,
  },
  {
    name: "500 after the file is stored",
    faults: [{ kind: "answer", status: 500, reason: "Internal Server Error", stores: true }],
    asks: true,
    becomes: ["uploaded"],
    stored: 1,
    requests: 1,
  },
  {
    name: "500 before the file is stored",
    faults: [{ kind: "answer", status: 500 }],
    asks: true,
    becomes: ["uploaded"],
    stored: 1,
    requests: 2,
  },
  {
    name: "502 with a page of HTML, again and again",
    faults: Array<Fault>(3).fill({
      kind: "answer",
      status: 502,
      headers: { "content-type": "text/html" },
      body: "<html><head><title>502</title></head><body><h1>Bad Gateway from cache &amp; co</h1></body></html>",
    }),
    settings: { retries: "2" },
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_FAILED"],
    words: /502 Bad Gateway from cache & co \(tried 3 times\); the file may be up all the same/,
    requests: 3,
    waits: [750, 1500],
  },
  {
    name: "503 with Retry-After in seconds",
    faults: [{ kind: "answer", status: 503, headers: { "retry-after": "7" } }],
    becomes: ["uploaded"],
    stored: 1,
    requests: 2,
    waits: [7000],
  },
  {
    name: "429 without Retry-After",
    faults: [
      { kind: "answer", status: 429, reason: "Too many new projects created" },
      { kind: "answer", status: 429 },
    ],
    becomes: ["uploaded"],
    stored: 1,
    requests: 3,
    waits: [750, 1500],
  },
  {
    name: "429 without end",
    faults: Array<Fault>(9).fill({ kind: "answer", status: 429, reason: "Too many new projects created" }),
    settings: { retries: "1" },
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_FAILED"],
    words: /429 Too many new projects created \(tried 2 times\)/,
    requests: 2,
  },
  {
    name: "no answer at all: the idle limit ends it, and the index is asked",
    faults: [{ kind: "hang", stores: true }],
    settings: { idleTimeout: "1" },
    asks: true,
    becomes: ["uploaded"],
    stored: 1,
    requests: 1,
  },
  {
    name: "no answer at all, and no request left",
    faults: [{ kind: "hang", stores: false }],
    settings: { idleTimeout: "1", retries: "0" },
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_FAILED"],
    words: /nothing moved for 1 s; the file may be up all the same/,
    requests: 1,
  },
  {
    name: "the server reads half of the file and no more: the idle limit ends it, and the index is asked",
    faults: [{ kind: "stall", after: 1_000_000 }],
    settings: { idleTimeout: "1" },
    large: true,
    asks: true,
    becomes: ["uploaded"],
    stored: 1,
    requests: 2,
  },
  {
    name: "the server reads half of the file and no more, and no request is left",
    faults: [{ kind: "stall", after: 1_000_000 }],
    settings: { idleTimeout: "1", retries: "0" },
    large: true,
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_FAILED"],
    words: /nothing moved for 1 s; the file may be up all the same/,
    requests: 1,
  },
  {
    name: "the server reads nothing of the file",
    faults: [{ kind: "stall", after: 0 }],
    settings: { totalTimeout: "1", retries: "0" },
    large: true,
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_FAILED"],
    words: /it took more than 1 s; the file may be up all the same/,
    requests: 1,
  },
  {
    name: "the index takes the question and never answers",
    arrange: (warehouse) => {
      warehouse.indexHangs = true;
    },
    settings: { idleTimeout: "1" },
    asks: true,
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_INDEX_UNAVAILABLE"],
    words: /nothing moved for 1 s/,
    requests: 0,
  },
  {
    name: "the total limit ends what the idle limit lets pass",
    faults: [{ kind: "slow", milliseconds: 3000 }],
    settings: { totalTimeout: "1", retries: "0" },
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_FAILED"],
    words: /it took more than 1 s/,
  },
  {
    name: "a slow answer is an answer",
    faults: [{ kind: "slow", milliseconds: 300 }],
    becomes: ["uploaded"],
    stored: 1,
    requests: 1,
  },
  {
    name: "the answer is cut off behind its status",
    faults: [{ kind: "cut-answer", stores: true }],
    becomes: ["uploaded"],
    stored: 1,
    requests: 1,
  },
  {
    name: "the same file is there: PyPI says 200",
    arrange: (warehouse) => uploadBefore(warehouse, "same"),
    becomes: ["uploaded"],
    stored: 1,
    requests: 1,
  },
  {
    name: "the same file is there, and the index is asked first",
    arrange: (warehouse) => uploadBefore(warehouse, "same"),
    asks: true,
    becomes: ["present"],
    stored: 1,
    requests: 0,
  },
  {
    name: "the same file is there, as an index of HTML alone tells",
    arrange: async (warehouse) => {
      await uploadBefore(warehouse, "same");
      warehouse.speaksJson = false;
    },
    asks: true,
    becomes: ["present"],
    stored: 1,
    requests: 0,
  },
  {
    name: "another file of this name is there",
    arrange: (warehouse) => uploadBefore(warehouse, "other"),
    becomes: ["failed"],
    stored: 1,
    says: ["UPLOAD_FILE_EXISTS"],
    words: /File already exists/,
    requests: 1,
  },
  {
    name: "another file of this name is there, and the index is asked first",
    arrange: (warehouse) => uploadBefore(warehouse, "other"),
    asks: true,
    becomes: ["failed"],
    stored: 1,
    says: ["UPLOAD_CONFLICT"],
    requests: 0,
  },
  {
    name: "another file of this name is there, and is to be skipped",
    arrange: (warehouse) => uploadBefore(warehouse, "other"),
    settings: { skipExisting: true },
    becomes: ["skipped"],
    stored: 1,
    says: ["UPLOAD_FILE_EXISTS"],
    requests: 1,
  },
  {
    name: "--check-url counts for more than --skip-existing",
    arrange: (warehouse) => uploadBefore(warehouse, "other"),
    settings: { skipExisting: true },
    asks: true,
    becomes: ["failed"],
    stored: 1,
    says: ["UPLOAD_CONFLICT"],
    requests: 0,
  },
  {
    name: "the index lies about the hash after a failure",
    arrange: (warehouse) => {
      warehouse.liesAboutHashes = true;
    },
    faults: [{ kind: "reset", stores: true }],
    asks: true,
    becomes: ["failed"],
    stored: 1,
    says: ["UPLOAD_CONFLICT"],
    requests: 1,
  },
  {
    name: "the index cannot be asked before",
    arrange: (warehouse) => {
      warehouse.indexFault = { status: 500 };
    },
    asks: true,
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_INDEX_UNAVAILABLE"],
    requests: 0,
  },
  {
    name: "the index leads elsewhere, and the password stays here",
    arrange: (warehouse) => {
      warehouse.indexFault = { status: 302, headers: { location: "http://127.0.0.1:9/simple/hello/" } };
    },
    asks: true,
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_INDEX_UNAVAILABLE"],
    words: /redirects to http:\/\/127\.0\.0\.1:9\/simple\/hello\//,
    requests: 0,
  },
  {
    name: "the project's page is given instead of the index",
    arrange: (warehouse) => uploadBefore(warehouse, "same"),
    settings: { checkUrl: "simple/hello/" },
    becomes: ["present"],
    stored: 1,
    requests: 0,
  },
  {
    name: "the file was changed on its way",
    faults: [{ kind: "wrong-digest" }],
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_REJECTED"],
    words: /400 The digest supplied does not match/,
    requests: 1,
  },
  {
    name: "the URL is that of the index",
    path: "/simple/",
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_WRONG_URL"],
    words: /405 Method Not Allowed.*\n.*hint: This is likely the URL that pip installs from/,
  },
  {
    name: "the URL leads nowhere",
    path: "/nowhere/",
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_WRONG_URL"],
    words: /404 Not Found.*\n.*nothing takes uploads there/,
  },
  {
    name: "the slash at the end of the URL is missing: 308 of the same server",
    path: "/legacy",
    becomes: ["uploaded"],
    stored: 1,
    requests: 1,
  },
  {
    name: "301 within the same server would lose the file",
    faults: [{ kind: "answer", status: 301, headers: { location: "/moved/" } }],
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_REDIRECTED"],
    words: /301 redirects to http:\/\/127\.0\.0\.1:\d+\/moved\//,
    requests: 1,
  },
  {
    name: "307 within the same server is followed",
    faults: [{ kind: "answer", status: 307, headers: { location: "/moved/" } }],
    becomes: ["uploaded"],
    stored: 1,
    requests: 2,
  },
  {
    name: "308 to another server is not followed",
    faults: [{ kind: "answer", status: 308, headers: { location: "http://localhost:9/legacy/" } }],
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_REDIRECTED"],
    words: /308 redirects to another server, http:\/\/localhost:9/,
    requests: 1,
  },
  {
    name: "307 in a circle",
    faults: Array<Fault>(9).fill({ kind: "answer", status: 307, headers: { location: "/legacy/" } }),
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_REDIRECTED"],
    words: /307 redirects without end/,
    requests: 4,
  },
  {
    name: "200 with a web page is no success",
    faults: [{ kind: "answer", status: 200, body: "<!doctype html><html><head><title>Log in</title></head></html>" }],
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_WRONG_URL"],
    words: /200 with a web page instead of an answer \("Log in"\)/,
  },
  {
    name: "success with warnings",
    arrange: (warehouse) => {
      warehouse.warnings = "The project has no description.\nThe wheel is large.\n";
    },
    becomes: ["uploaded"],
    stored: 1,
    says: ["UPLOAD_WARNING", "UPLOAD_WARNING"],
    words: /the index says: The wheel is large\./,
  },
  {
    name: "no credentials that the server knows",
    settings: { password: "pypi-AgEIsomebodyElses0123456789" },
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_REJECTED"],
    words: /403 Invalid or non-existent authentication information\./,
    requests: 1,
  },
  {
    name: "a server that echoes what it was sent",
    faults: [{ kind: "echo" }],
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_REJECTED"],
    words: /\[secret\]/,
  },
  {
    name: "a server that echoes the password of a user",
    settings: { username: "alice", password: PASSWORD },
    faults: [{ kind: "answer", status: 401, reason: "Unauthorized", body: `wrong: ${PASSWORD}` }],
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_REJECTED"],
    words: /401 wrong: \[secret\]/,
  },
  {
    name: "a refusal in JSON of another index",
    faults: [
      { kind: "answer", status: 422, body: '{"errors":[{"message":"version is taken"},{"message":"too old"}]}' },
    ],
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_REJECTED"],
    words: /422 version is taken; too old/,
  },
  {
    name: "the index is read-only",
    arrange: (warehouse) => {
      warehouse.isReadOnly = true;
    },
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_REJECTED"],
    words: /403 Read-only mode/,
  },
  {
    name: "the file is too large",
    arrange: (warehouse) => {
      warehouse.maxFileSize = 100;
    },
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_REJECTED"],
    words: /File too large[\s\S]*hint: Ask the index for a higher limit/,
  },
  {
    name: "the name was used by a file that is gone",
    arrange: (warehouse) => {
      warehouse.deletedNames.add("hello-1.0-py3-none-any.whl");
    },
    becomes: ["failed"],
    stored: 0,
    says: ["UPLOAD_REJECTED"],
    words: /previously used[\s\S]*hint: Raise the version/,
  },
  {
    name: "the release is old",
    arrange: async (warehouse) => {
      warehouse.now = () => Date.now() - 15 * 24 * 3600 * 1000;
      await uploadBefore(warehouse, "sibling");
      warehouse.now = Date.now;
    },
    becomes: ["failed"],
    stored: 1,
    says: ["UPLOAD_REJECTED"],
    words: /releases older than 14 days[\s\S]*hint: Raise the version/,
  },
  {
    name: "one file is refused: no other is begun, and the sdist stays here",
    wheels: 3,
    sdist: true,
    faults: [none, { kind: "echo" }],
    settings: { concurrency: "1" },
    becomes: ["uploaded", "failed", "not-started", "not-started"],
    stored: 1,
    says: ["UPLOAD_NOT_STARTED", "UPLOAD_NOT_STARTED", "UPLOAD_REJECTED"],
    requests: 2,
  },
  {
    name: "the first file is refused: nothing else is sent",
    wheels: 4,
    faults: [{ kind: "echo" }],
    becomes: ["failed", "not-started", "not-started", "not-started"],
    stored: 0,
    says: ["UPLOAD_NOT_STARTED", "UPLOAD_NOT_STARTED", "UPLOAD_NOT_STARTED", "UPLOAD_REJECTED"],
    requests: 1,
  },
  {
    name: "every second connection breaks",
    wheels: 4,
    faults: [
      { kind: "reset", stores: true },
      none,
      { kind: "reset", stores: false },
      none,
      { kind: "reset", stores: true },
    ],
    asks: true,
    becomes: ["uploaded", "uploaded", "uploaded", "uploaded"],
    stored: 4,
  },
];

let release: Release;
let largeRelease: Release;
before(async () => {
  release = await buildRelease(6);
  largeRelease = await buildRelease(1, randomBytes(20_000_000));
});
after(() => {
  release.remove();
  largeRelease.remove();
});

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await Warehouse.start();
  warehouse.tokens.set(TOKEN, { name: "alice", isTrusted: false });
});
afterEach(() => warehouse.stop());

/** Puts a file into the warehouse as somebody else's upload would have. */
async function uploadBefore(into: Warehouse, what: "same" | "other" | "sibling"): Promise<void> {
  const [first = "", second = ""] = release.wheels;
  const { error, result } = await runUpload({
    paths: [what === "sibling" ? second : first],
    cwd: release.folder,
    settings: { repositoryUrl: into.uploadUrl, password: TOKEN, journal: "none" },
  });
  assert.equal(error, undefined);
  assert.equal(result?.isComplete, true, JSON.stringify(result));
  const [stored] = into.files.values();
  if (what === "other" && stored !== undefined) {
    into.files.set(stored.filename, { ...stored, sha256: "1".repeat(64), blake2b256: "2".repeat(64) });
  }
  into.requests.length = 0;
}

async function runCase(row: Case): Promise<UploadRun> {
  await row.arrange?.(warehouse);
  warehouse.faults.push(...(row.faults ?? []));
  const { checkUrl, ...settings } = row.settings ?? {};
  const index =
    checkUrl === undefined ? (row.asks === true ? warehouse.simpleUrl : undefined) : `${warehouse.origin}/${checkUrl}`;
  const { wheels, sdist, folder } = row.large === true ? largeRelease : release;
  return runUpload({
    paths: [...wheels.slice(0, row.wheels ?? 1), ...(row.sdist === true ? [sdist] : [])],
    cwd: folder,
    settings: {
      repositoryUrl: warehouse.origin + (row.path ?? "/legacy/"),
      password: TOKEN,
      journal: "none",
      ...(index === undefined ? {} : { checkUrl: index }),
      ...settings,
    },
  });
}

describe("an upload, when", () => {
  for (const row of CASES) {
    test(row.name, async () => {
      const { result, error, waits, output } = await runCase(row);
      assert.equal(error, undefined, output);
      assert.deepEqual(
        result?.files.map(({ status }) => status),
        row.becomes,
        output,
      );
      assert.equal(
        result.isComplete,
        row.becomes.every((status) => /^(?:uploaded|present|skipped)$/.test(status)),
      );
      assert.equal(warehouse.files.size, row.stored, "files stored");
      for (const file of result.files) {
        const stored = warehouse.files.get(file.filename);
        if (file.status === "uploaded") assert.equal(stored?.sha256, file.sha256, file.filename);
      }
      assert.deepEqual(result.findings.map(({ code }) => code).sort(), [...(row.says ?? [])].sort(), output);
      if (row.words !== undefined) assert.match(output, row.words);
      const sent = warehouse.requests.filter((line) => /^POST \/(?:legacy|moved)\//.test(line));
      if (row.requests !== undefined) assert.equal(sent.length, row.requests, warehouse.requests.join("\n"));
      if (row.waits !== undefined) assert.deepEqual(waits, row.waits);
      assertNothingSecret(output);
    });
  }

  for (const { name, data, sends } of [
    { name: "a large file changes while it is sent, which ends it", data: randomBytes(400_000), sends: false },
    { name: "a small file changes after it was checked, and goes up as it was then", data: undefined, sends: true },
  ]) {
    test(name, async () => {
      const own = await buildRelease(1, data);
      try {
        const path = own.wheels[0] ?? "";
        const before = sha256(readFileSync(join(own.folder, path)));
        const { result, output } = await runUpload({
          paths: [path],
          cwd: own.folder,
          settings: { repositoryUrl: warehouse.uploadUrl, password: TOKEN, noCheck: true },
          reporter: {
            report: (event) => {
              if (event.kind === "phase" && event.text.startsWith("Uploading")) {
                appendFileSync(join(own.folder, path), "x");
              }
            },
          },
        });
        assert.deepEqual(
          result?.findings.map(({ code }) => code),
          sends ? [] : ["UPLOAD_FILE_UNFIT"],
          output,
        );
        assert.deepEqual(
          [...warehouse.files.values()].map((file) => file.sha256),
          sends ? [before] : [],
        );
      } finally {
        own.remove();
      }
    });
  }
});

describe("an upload that was interrupted", () => {
  test("is resumed without sending anything twice, and the journal goes when all is up", async () => {
    const own = await buildRelease(3);
    try {
      const options = {
        paths: [...own.wheels, own.sdist],
        cwd: own.folder,
        settings: {
          repositoryUrl: warehouse.uploadUrl,
          password: TOKEN,
          concurrency: "1",
          checkUrl: warehouse.simpleUrl,
        },
      };
      const controller = new AbortController();
      // The second file is stored, and the run is stopped before it hears of it.
      warehouse.faults.push(none, { kind: "hang", stores: true });
      const stop = setInterval(() => {
        if (warehouse.files.size === 2) controller.abort();
      }, 5);
      const first = await runUpload({ ...options, signal: controller.signal });
      clearInterval(stop);
      assert.deepEqual(
        first.result?.files.map(({ status }) => status),
        ["uploaded", "unknown", "not-started", "not-started"],
        first.output,
      );
      assert.match(first.output, /Interrupted while the file was sent: it may be up/);
      assertNothingSecret(first.output);
      const before = warehouse.requests.filter((line) => line.startsWith("POST")).length;
      const second = await runUpload(options);
      assert.deepEqual(
        second.result?.files.map(({ status }) => status),
        ["present", "uploaded", "uploaded", "uploaded"],
        second.output,
      );
      assert.equal(warehouse.requests.filter((line) => line.startsWith("POST")).length - before, 2);
      assert.deepEqual(
        [...warehouse.files.keys()].sort(),
        [...own.wheels, own.sdist].map((path) => basename(path)).sort(),
      );
      assert.doesNotMatch(second.output, /"state"/, "the journal is gone");
    } finally {
      own.remove();
    }
  });
});

function assertNothingSecret(output: string): void {
  for (const secret of SECRETS) assert.ok(!output.includes(secret), `a secret is in the output: ${secret.slice(0, 8)}`);
}
