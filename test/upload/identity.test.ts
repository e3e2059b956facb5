/** Uploading with the identity of a CI job: trusted publishing and attestations. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { publishStatement } from "../../src/core/upload/attestation.ts";
import { findIdentityProvider, type IdentityProvider } from "../../src/core/upload/identity/identity-provider.ts";
import { type NodeHttp, openHttp } from "../../src/node/http.ts";
import { PatientClock, runUpload, type UploadRun } from "./run-upload.ts";
import { buildRelease, type Release, sha256 } from "./sample-files.ts";
import { Warehouse } from "./warehouse.ts";

const REQUEST_TOKEN = "ghs-request-token-0123456789";
const CLAIMS = {
  iss: "https://token.actions.githubusercontent.com",
  sub: "repo:octo/hello:environment:pypi",
  repository: "octo/hello",
  repository_owner: "octo",
  repository_owner_id: "123",
  job_workflow_ref: "octo/hello/.github/workflows/release.yml@refs/tags/v1",
  ref: "refs/tags/v1",
  environment: "pypi",
};

let release: Release;
before(async () => {
  release = await buildRelease(4);
});
after(() => release.remove());

let warehouse: Warehouse;
let issuer: Server;
/** Audience and authorization of each question to the issuer. */
const questions: [string | null, string | undefined][] = [];
const issued: string[] = [];
let masked: string[] = [];

beforeEach(async () => {
  warehouse = await Warehouse.start();
  questions.length = 0;
  issued.length = 0;
  masked = [];
  issuer = createServer((request, response) => {
    const audience = new URL(request.url ?? "/", "http://x").searchParams.get("audience");
    questions.push([audience, request.headers.authorization]);
    response.end(JSON.stringify({ value: issueToken() }));
  });
  await new Promise<void>((done) => issuer.listen(0, "127.0.0.1", done));
});
afterEach(async () => {
  await warehouse.stop();
  issuer.closeAllConnections();
  issuer.close();
});

function issueToken(claims: object = CLAIMS): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = `${part({ alg: "RS256" })}.${part({ ...claims, jti: issued.length })}.c2lnbmF0dXJl`;
  issued.push(token);
  warehouse.publishers.set(token, { name: "trusted", isTrusted: true, projects: ["hello"] });
  return token;
}

function github(): Record<string, string> {
  const { port } = issuer.address() as AddressInfo;
  return {
    GITHUB_ACTIONS: "true",
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
  };
}

async function upload(
  environment: Record<string, string>,
  settings: Record<string, string | boolean> = {},
  clock?: PatientClock,
): Promise<UploadRun> {
  const run = await runUpload(
    {
      paths: release.wheels,
      cwd: release.folder,
      environment,
      mask: (token) => masked.push(token),
      settings: {
        repositoryUrl: warehouse.uploadUrl,
        trustedPublishing: "always",
        journal: "none",
        concurrency: "1",
        ...settings,
      },
    },
    clock,
  );
  for (const secret of [...issued, REQUEST_TOKEN, ...warehouse.tokens.keys()]) {
    assert.ok(!run.output.includes(secret), "a secret is in the output");
  }
  return run;
}

describe("trusted publishing", () => {
  test("on GitHub Actions asks for the index's audience, masks, and uploads with one token", async () => {
    const { result, output } = await upload(github());
    assert.equal(result?.isComplete, true, output);
    assert.deepEqual(questions, [["pypi", `bearer ${REQUEST_TOKEN}`]]);
    assert.equal(warehouse.files.size, 4);
    assert.deepEqual([...new Set([...warehouse.files.values()].map(({ by }) => by))], ["trusted"]);
    assert.deepEqual(masked, [issued[0], [...warehouse.tokens.keys()][0]]);
    // Masked before it is used.
    assert.equal(
      warehouse.requests.findIndex((line) => line.includes("mint")) < warehouse.requests.indexOf("POST /legacy/"),
      true,
    );
  });

  test("renews the token in a long upload", async () => {
    const clock = new PatientClock();
    warehouse.now = () => clock.now();
    const busy: number[] = [];
    const run = await runUpload(
      {
        paths: release.wheels,
        cwd: release.folder,
        environment: github(),
        settings: {
          repositoryUrl: warehouse.uploadUrl,
          trustedPublishing: "always",
          journal: "none",
          concurrency: "1",
        },
        onSettled: () => {
          busy.push(warehouse.minted.length);
          clock.skip(6 * 60_000);
        },
      },
      clock,
    );
    assert.equal(run.result?.isComplete, true, run.output);
    assert.deepEqual(busy, [1, 1, 2, 2]);
  });

  test("on GitLab takes the variable for the audience", async () => {
    const { result, output } = await upload({
      GITLAB_CI: "true",
      PYPI_ID_TOKEN: issueToken({ ...CLAIMS, iss: "https://gitlab.com" }),
    });
    assert.equal(result?.isComplete, true, output);
  });

  for (const [variable, program] of [
    ["BUILDKITE", "buildkite-agent"],
    ["CIRCLECI", "circleci"],
  ] as const) {
    test(`asks ${program} where ${variable} is set`, async () => {
      const folder = join(release.folder, "bin");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, program), `#!/bin/sh\necho "$@" > ${folder}/words\necho ${issueToken()}\n`);
      chmodSync(join(folder, program), 0o755);
      try {
        const { result, output } = await upload({ [variable]: "true", PATH: `${folder}:${process.env["PATH"]}` });
        assert.equal(result?.isComplete, true, output);
        assert.match(readFileSync(join(folder, "words"), "utf8"), /oidc .*pypi/);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  describe("on Google Cloud", () => {
    interface Asked {
      readonly method: string | undefined;
      readonly url: string | undefined;
      readonly headers: readonly (string | undefined)[];
      readonly body: string;
    }
    const asked: Asked[] = [];
    let google: Server;
    let http: NodeHttp;
    /** What the service that makes identities for accounts answers; undefined for one. */
    let iamRefusal: { readonly status: number; readonly body: string } | undefined;

    beforeEach(async () => {
      asked.length = 0;
      iamRefusal = undefined;
      google = createServer(async (request, response) => {
        const pieces: Buffer[] = [];
        for await (const bytes of request) pieces.push(bytes);
        const { method, url, headers } = request;
        const heads = [headers["metadata-flavor"]?.toString(), headers.authorization, headers["content-type"]];
        asked.push({ method, url, headers: heads, body: Buffer.concat(pieces).toString("utf8") });
        const claims = { iss: "https://accounts.google.com", email: "robot@example.com" };
        if (url?.endsWith("/token")) response.end(JSON.stringify({ access_token: "ya29.access", expires_in: 3599 }));
        else if (url?.endsWith(":generateIdToken") && iamRefusal !== undefined) {
          response.writeHead(iamRefusal.status, { "content-type": "application/json" }).end(iamRefusal.body);
        } else if (url?.endsWith(":generateIdToken")) response.end(JSON.stringify({ token: issueToken(claims) }));
        else response.end(issueToken(claims));
      });
      await new Promise<void>((done) => google.listen(0, "127.0.0.1", done));
      http = await openHttp({ connectTimeout: 1000, idleTimeout: 1000, totalTimeout: 2000, environment: {} });
    });
    afterEach(async () => {
      await http.close();
      google.close();
    });

    async function provider(variables: Readonly<Record<string, string>>): Promise<IdentityProvider> {
      const { port } = google.address() as AddressInfo;
      const found = await findIdentityProvider({
        // Google's public address leads to the server of this test.
        http: {
          send: (request) => {
            const url = request.url.replace("https://iamcredentials.googleapis.com", `http://127.0.0.1:${port}`);
            return http.send({ ...request, url });
          },
        },
        variable: (name) => ({ GCE_METADATA_HOST: `127.0.0.1:${port}`, ...variables })[name],
        run: async () => undefined,
        // The firmware's name is the machine's own, so this stands for it.
        productName: async () => "Google Compute Engine\n",
      });
      assert.equal(found?.name, "Google Cloud");
      return found;
    }

    test("asks the metadata server for the identity of the machine", async () => {
      const token = await (await provider({})).request("pypi");
      assert.equal(token.reveal(), issued.at(-1));
      const url = "/computeMetadata/v1/instance/service-accounts/default/identity?audience=pypi&format=full";
      assert.deepEqual(asked, [{ method: "GET", url, headers: ["Google", undefined, undefined], body: "" }]);
    });

    const account = { GOOGLE_SERVICE_ACCOUNT_NAME: "robot@example.iam.gserviceaccount.com" };

    test("asks for the identity of a named account with the machine's access token", async () => {
      const token = await (await provider(account)).request("pypi");
      assert.equal(token.reveal(), issued.at(-1));
      assert.deepEqual(asked, [
        {
          method: "GET",
          url: "/computeMetadata/v1/instance/service-accounts/default/token",
          headers: ["Google", undefined, undefined],
          body: "",
        },
        {
          method: "POST",
          url: "/v1/projects/-/serviceAccounts/robot%40example.iam.gserviceaccount.com:generateIdToken",
          headers: [undefined, "Bearer ya29.access", "application/json"],
          body: '{"audience":"pypi","includeEmail":true}',
        },
      ]);
    });

    test("tells what the account may not do", async () => {
      const message = "Permission 'iam.serviceAccounts.getOpenIdToken' denied on resource";
      iamRefusal = {
        status: 403,
        body: JSON.stringify({ error: { code: 403, message, status: "PERMISSION_DENIED" } }),
      };
      const opened = await provider(account);
      await assert.rejects(opened.request("pypi"), {
        code: "TRUSTED_PUBLISHING_UNAVAILABLE",
        message: `Cannot get an identity from Google Cloud: it answers 403 ${message}`,
      });
    });
  });

  const failures = [
    {
      name: "no permission for a token",
      environment: () => ({ GITHUB_ACTIONS: "true" }),
      code: "TRUSTED_PUBLISHING_UNAVAILABLE",
      words: /permissions: id-token: write/,
    },
    {
      name: "a GitLab job without the token",
      environment: () => ({ GITLAB_CI: "true" }),
      code: "TRUSTED_PUBLISHING_UNAVAILABLE",
      words: /PYPI_ID_TOKEN is not set[\s\S]*id_tokens: \{ PYPI_ID_TOKEN: \{ aud: pypi \} \}/,
    },
    {
      name: "no CI service",
      environment: () => ({}),
      code: "TRUSTED_PUBLISHING_UNAVAILABLE",
      words: /this is no CI service/,
    },
    {
      name: "an agent that fails",
      environment: () => ({ BUILDKITE: "true", PATH: "/nowhere" }),
      code: "TRUSTED_PUBLISHING_UNAVAILABLE",
      words: /`buildkite-agent oidc request-token --audience` gave no token/,
    },
    {
      name: "a publisher that does not match",
      environment: github,
      arrange: () => {
        warehouse.mintRefusal = { code: "invalid-publisher", description: "no corresponding publisher" };
      },
      code: "TRUSTED_PUBLISHING_REFUSED",
      words:
        /invalid-publisher: no corresponding publisher[\s\S]*repository: "octo\/hello"[\s\S]*environment: "pypi" \(environment name\)[\s\S]*Compare these claims/,
    },
    {
      name: "an identity that was used",
      environment: github,
      arrange: () => {
        warehouse.mintRefusal = { code: "invalid-reuse-token", description: "already used" };
      },
      code: "TRUSTED_PUBLISHING_REFUSED",
      words: /hint: Run the job again/,
    },
  ];
  for (const { name, environment, arrange, code, words } of failures) {
    test(`tells of ${name}, and sends nothing`, async () => {
      arrange?.();
      const { result, output } = await upload(environment());
      assert.deepEqual(
        result?.findings.map((finding) => finding.code),
        [code, ...Array(3).fill("UPLOAD_NOT_STARTED")],
        output,
      );
      assert.match(output, words);
      assert.equal(warehouse.files.size, 0);
      assert.ok(!warehouse.requests.includes("POST /legacy/"));
    });
  }

  test("refuses a password beside it", async () => {
    const { result, output } = await upload(github(), { password: "pypi-AgEIsomething0123456789" });
    assert.equal(result?.findings[0]?.code, "UPLOAD_CREDENTIALS_UNFIT", output);
  });
});

describe("attestations", () => {
  const path = (): string => release.wheels[0] ?? "";
  afterEach(() => rmSync(join(release.folder, `${path()}.publish.attestation`), { force: true }));

  function attestation(change: (statement: Record<string, unknown>) => object = (statement) => statement): string {
    const bytes = readFileSync(join(release.folder, path()));
    const statement = JSON.parse(publishStatement({ filename: path().replace("dist/", ""), sha256: sha256(bytes) }));
    return JSON.stringify({
      version: 1,
      verification_material: { certificate: "Y2VydA==", transparency_entries: [{ logIndex: "1" }] },
      envelope: {
        statement: Buffer.from(JSON.stringify(change(statement))).toString("base64"),
        signature: "c2ln",
      },
    });
  }

  test("go up with their file", async () => {
    writeFileSync(join(release.folder, `${path()}.publish.attestation`), attestation());
    const { result, output } = await upload(github(), { attestations: true });
    assert.equal(result?.isComplete, true, output);
    const sent = warehouse.seen.map(({ parts }) =>
      parts.find(({ name }) => name === "attestations")?.content.toString("utf8"),
    );
    assert.deepEqual(sent, [undefined, undefined, undefined, `[${attestation()}]`]);
  });

  const bad = [
    {
      name: "another file",
      change: (s: object) => ({ ...s, subject: [{ name: "x.whl", digest: { sha256: "0" } }] }),
      code: "ATTESTATION_MISMATCH",
      words: /it is about "x\.whl"/,
    },
    {
      name: "other content",
      change: (s: object) => ({
        ...s,
        subject: [{ name: "hello-1.0-py3-none-any.whl", digest: { sha256: "0".repeat(64) } }],
      }),
      code: "ATTESTATION_MISMATCH",
      words: /with other content/,
    },
    {
      name: "two files",
      change: (s: object) => ({ ...s, subject: [{}, {}] }),
      code: "ATTESTATION_INVALID",
      words: /not exactly one subject/,
    },
    {
      name: "something else",
      change: (s: object) => ({ ...s, predicateType: "https://example.com/v1" }),
      code: "ATTESTATION_INVALID",
      words: /does not take statements of the type/,
    },
  ];
  for (const { name, change, code, words } of bad) {
    test(`about ${name} stop the run before anything is sent`, async () => {
      writeFileSync(join(release.folder, `${path()}.publish.attestation`), attestation(change));
      const { error } = await upload(github(), { attestations: true });
      assert.equal(error?.code, code);
      assert.match(error.message, words);
      assert.ok(!warehouse.requests.includes("POST /legacy/"));
    });
  }

  test("that are wanted have to be there", async () => {
    const { error } = await upload(github(), { attestations: true });
    assert.equal(error?.code, "ATTESTATION_MISSING");
  });
});
