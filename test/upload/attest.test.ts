/** Attestations that are made in the run, against a Sigstore instance of our own, and judged by Sigstore's verifier. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { after, before, beforeEach, describe, type TestContext, test } from "node:test";
import { bundleFromJSON } from "@sigstore/bundle";
import { TrustedRoot } from "@sigstore/protobuf-specs";
import { toSignedEntity, toTrustMaterial, Verifier } from "@sigstore/verify";
import type { Attestation } from "../../src/core/upload/attestation.ts";
import { loadSigner } from "../../src/node/upload/attestation/sign-attestation.ts";
import { requireJudge } from "../conformance/judge.ts";
import { PatientClock, runUpload, type UploadRun } from "./run-upload.ts";
import { buildRelease, type Release, sha256 } from "./sample-files.ts";
import { SIGNER, SigstoreInstance } from "./sigstore-services.ts";
import { Warehouse } from "./warehouse.ts";

const REQUEST_TOKEN = "ghs-request-token-0123456789";

let release: Release;
let warehouse: Warehouse;
let issuer: Server;
let sigstore: SigstoreInstance | undefined;
/** Audience of each identity that was given out, in turn. */
let audiences: string[] = [];
const issued: string[] = [];

before(async () => {
  release = await buildRelease(2);
  warehouse = await Warehouse.start();
  sigstore = await SigstoreInstance.start();
  issuer = createServer((request, response) => {
    const audience = new URL(request.url ?? "/", "http://x").searchParams.get("audience") ?? "";
    audiences.push(audience);
    response.end(JSON.stringify({ value: issueToken(audience) }));
  });
  await new Promise<void>((done) => issuer.listen(0, "127.0.0.1", done));
});
after(async () => {
  issuer.closeAllConnections();
  issuer.close();
  await warehouse.stop();
  await sigstore?.stop();
  release.remove();
});
beforeEach(() => {
  audiences = [];
  warehouse.files.clear();
  warehouse.seen.length = 0;
});

function issueToken(audience: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { iss: "https://token.actions.githubusercontent.com", sub: "repo:octo/hello:ref:refs/tags/v1" };
  const payload = { ...claims, aud: audience, jti: issued.length, exp: Math.floor(Date.now() / 1000) + 600 };
  const token = `${part({ alg: "RS256" })}.${part(payload)}.c2lnbmF0dXJl`;
  issued.push(token);
  warehouse.publishers.set(token, { name: "trusted", isTrusted: true, projects: ["hello"] });
  return token;
}

function instance(t: TestContext): SigstoreInstance | undefined {
  if (sigstore !== undefined) {
    sigstore.refusal = undefined;
    sigstore.identities.length = 0;
  }
  return requireJudge(t, sigstore !== undefined, "openssl") ? sigstore : undefined;
}

async function upload(services: SigstoreInstance, clock?: PatientClock): Promise<UploadRun> {
  const { port } = issuer.address() as AddressInfo;
  const run = await runUpload(
    {
      paths: [...release.wheels, release.sdist],
      cwd: release.folder,
      environment: {
        GITHUB_ACTIONS: "true",
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
      },
      settings: { repositoryUrl: warehouse.uploadUrl, trustedPublishing: "always", journal: "none", attest: true },
      sigstore: services.services,
    },
    clock,
  );
  for (const secret of [...issued, REQUEST_TOKEN]) assert.ok(!run.output.includes(secret), "a secret is in the output");
  return run;
}

/** What the warehouse was sent for each file. */
function sentAttestations(): Map<string, Attestation[]> {
  return new Map(
    warehouse.seen.map(({ parts }) => {
      const part = (name: string) => parts.find((candidate) => candidate.name === name);
      return [part("content")?.filename ?? "", JSON.parse(part("attestations")?.content.toString("utf8") ?? "[]")];
    }),
  );
}

describe("attestations that are made in the run", () => {
  test("go up with each file, and have the shape of PEP 740", async (t) => {
    const services = instance(t);
    if (services === undefined) return;
    const { result, output } = await upload(services);
    assert.equal(result?.isComplete, true, output);
    // One identity for Sigstore, and one for the index.
    assert.deepEqual(audiences, ["sigstore", "pypi"]);
    assert.deepEqual(new Set(services.identities), new Set([issued.at(-2)]));
    const sent = sentAttestations();
    assert.deepEqual([...sent.keys()].sort(), [...release.wheels, release.sdist].map((path) => basename(path)).sort());
    for (const [filename, attestations] of sent) {
      const [attestation, ...others] = attestations;
      assert.ok(attestation !== undefined && others.length === 0, filename);
      assertKeys(attestation, ["version", "verification_material", "envelope"]);
      assertKeys(attestation.verification_material, ["certificate", "transparency_entries"]);
      assertKeys(attestation.envelope, ["statement", "signature"]);
      assert.equal(attestation.version, 1);
      for (const text of [
        attestation.verification_material.certificate,
        attestation.envelope.statement,
        attestation.envelope.signature,
      ]) {
        assert.equal(Buffer.from(text, "base64").toString("base64"), text, "standard base64 with padding");
      }
      assert.deepEqual(JSON.parse(Buffer.from(attestation.envelope.statement, "base64").toString("utf8")), {
        _type: "https://in-toto.io/Statement/v1",
        subject: [{ name: filename, digest: { sha256: sha256(readFileSync(join(release.folder, "dist", filename))) } }],
        predicateType: "https://docs.pypi.org/attestations/publish/v1",
        predicate: null,
      });
      const [entry] = attestation.verification_material.transparency_entries as { kindVersion: object }[];
      assert.deepEqual(entry?.kindVersion, { kind: "dsse", version: "0.0.1" });
      assertKeys(entry ?? {}, [
        "logIndex",
        "logId",
        "kindVersion",
        "integratedTime",
        "inclusionPromise",
        "inclusionProof",
        "canonicalizedBody",
      ]);
    }
  });

  test("hold before Sigstore's own verifier once they are a bundle again, and only unchanged", async (t) => {
    const services = instance(t);
    if (services === undefined) return;
    await upload(services);
    const [attestation] = [...sentAttestations().values()][0] ?? [];
    assert.ok(attestation !== undefined);
    const trusted = toTrustMaterial(TrustedRoot.fromJSON(services.trustedRoot()));
    const verifier = new Verifier(trusted, { tlogThreshold: 1, ctlogThreshold: 0, tsaThreshold: 0 });
    const check = (changed: Attestation): void => {
      verifier.verify(toSignedEntity(bundleFromJSON(bundleOf(changed))), { subjectAlternativeName: SIGNER });
    };
    check(attestation);
    const { envelope } = attestation;
    const forged = Buffer.from(envelope.statement, "base64").toString("utf8").replace("hello-1.0", "hello-1.1");
    const statement = Buffer.from(forged).toString("base64");
    assert.throws(() => check({ ...attestation, envelope: { ...envelope, statement } }), /hash mismatch|signature/);
  });

  test("take a new identity when the first has grown old", async (t) => {
    const services = instance(t);
    if (services === undefined) return;
    const clock = new PatientClock();
    const aging: PatientClock = Object.assign(Object.create(clock), {
      now: () => {
        clock.skip(100_000);
        return clock.now();
      },
    });
    const { result, output } = await upload(services, aging);
    assert.equal(result?.isComplete, true, output);
    assert.ok(audiences.filter((audience) => audience === "sigstore").length > 1, audiences.join());
  });

  const refusals = [
    { name: "the authority", path: /signingCert/, words: /Cannot make an attestation of "hello-1\.0-.*certificate/ },
    { name: "the log", path: /log\/entries/, words: /Cannot make an attestation of "hello-1\.0-.*tlog entry/ },
  ];
  for (const { name, path, words } of refusals) {
    test(`that ${name} refuses stop the run before anything is sent`, async (t) => {
      const services = instance(t);
      if (services === undefined) return;
      services.refusal = { path, status: 400, body: '{"code":3,"message":"no"}' };
      const { error } = await upload(services);
      assert.equal(error?.code, "ATTESTATION_SIGNER_UNAVAILABLE");
      assert.match(error.message, words);
      assert.equal(warehouse.seen.length, 0);
    });
  }
});

describe("loadSigner()", () => {
  const cases = [
    {
      name: "is not installed",
      load: () => Promise.reject(new Error("Cannot find package 'sigstore'")),
      message: "Cannot make attestations: the package sigstore is not there",
      hint: /npm install sigstore@4/,
    },
    {
      name: "is too old",
      load: () => Promise.resolve({ sign: () => {} }),
      message: "Cannot make attestations: this sigstore has no `attest`",
      hint: /Install sigstore 4 or newer/,
    },
  ];
  for (const { name, load, message, hint } of cases) {
    test(`says how to get the package when it ${name}`, async () => {
      await assert.rejects(loadSigner(load), { code: "ATTESTATION_SIGNER_UNAVAILABLE", message, hint });
    });
  }
});

function assertKeys(value: object, keys: readonly string[]): void {
  assert.deepEqual(Object.keys(value).sort(), [...keys].sort());
}

/** The way back, field by field: https://packaging.python.org/en/latest/specifications/index-hosted-attestations/ */
function bundleOf({ verification_material: material, envelope }: Attestation): object {
  return {
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: {
      certificate: { rawBytes: material.certificate },
      tlogEntries: material.transparency_entries,
      timestampVerificationData: undefined,
    },
    dsseEnvelope: {
      payload: envelope.statement,
      payloadType: "application/vnd.in-toto+json",
      signatures: [{ sig: envelope.signature, keyid: "" }],
    },
  };
}
