/**
 * A Sigstore instance on this machine: an authority that certifies whoever brings an identity (Fulcio), and a log that
 * signs what it is told (Rekor), each as their clients see them, with a trust root of their own.
 * Docs: https://docs.sigstore.dev/certificate_authority/overview/ and https://docs.sigstore.dev/logging/overview/
 */
import { spawnSync } from "node:child_process";
import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
  X509Certificate,
} from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SigstoreServices } from "../../src/node/upload/attestation/sign-attestation.ts";

/** Who the certificate says has signed: what Fulcio takes from the token of a job. */
export const SIGNER = "https://github.com/octo/hello/.github/workflows/release.yml@refs/tags/v1";
const ISSUER = "https://token.actions.githubusercontent.com";

export class SigstoreInstance {
  /** Identity tokens that certificates were asked for with. */
  readonly identities: string[] = [];
  /** Answers instead of a certificate or a log entry. */
  refusal: { readonly path: RegExp; readonly status: number; readonly body: string } | undefined;
  readonly #folder = mkdtempSync(join(tmpdir(), "packwheel-sigstore-"));
  readonly #server: Server;
  readonly #logKey: KeyObject;
  readonly #logPublic: Buffer;
  /** Logs that were begun long ago have many; the first of a log would be left out of its JSON. */
  #entries = 100_000;

  private constructor() {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#logKey = privateKey;
    this.#logPublic = publicKey.export({ type: "spki", format: "der" });
    this.#server = createServer(async (request, response) => {
      const { status, body } = this.#answer(request.url ?? "", JSON.parse(await textOf(request)));
      response.writeHead(status, { "content-type": "application/json" });
      response.end(body);
    });
  }

  /** Undefined where openssl is not installed. */
  static async start(): Promise<SigstoreInstance | undefined> {
    const instance = new SigstoreInstance();
    const isMade = instance.#openssl(
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"],
      ...["-keyout", "ca.key", "-out", "ca.pem", "-subj", "/O=packwheel/CN=fulcio"],
      ...["-addext", "keyUsage=critical,keyCertSign,cRLSign"],
    );
    if (!isMade) return undefined;
    await new Promise<void>((done) => instance.#server.listen(0, "127.0.0.1", done));
    return instance;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get services(): SigstoreServices {
    return { fulcioURL: this.url, rekorURL: this.url };
  }

  /** What a verifier trusts, as Sigstore's `trusted_root.json` has it. */
  trustedRoot(): object {
    const authority = new X509Certificate(readFileSync(join(this.#folder, "ca.pem")));
    const validFor = { start: "2020-01-01T00:00:00Z" };
    return {
      mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
      tlogs: [
        {
          baseUrl: this.url,
          hashAlgorithm: "SHA2_256",
          publicKey: {
            rawBytes: this.#logPublic.toString("base64"),
            keyDetails: "PKIX_ECDSA_P256_SHA_256",
            validFor,
          },
          logId: { keyId: sha256(this.#logPublic).toString("base64") },
        },
      ],
      certificateAuthorities: [
        {
          subject: { organization: "packwheel", commonName: "fulcio" },
          uri: this.url,
          certChain: { certificates: [{ rawBytes: authority.raw.toString("base64") }] },
          validFor,
        },
      ],
      ctlogs: [],
      timestampAuthorities: [],
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #answer(
    path: string,
    request: CertificateRequest & ProposedEntry,
  ): { readonly status: number; readonly body: string } {
    if (this.refusal?.path.test(path)) return this.refusal;
    if (path === "/api/v2/signingCert") return { status: 200, body: JSON.stringify(this.#certify(request)) };
    if (path === "/api/v1/log/entries") return { status: 201, body: JSON.stringify(this.#log(request)) };
    return { status: 404, body: "{}" };
  }

  /** https://github.com/sigstore/fulcio/blob/main/fulcio.proto: CreateSigningCertificate */
  #certify(request: CertificateRequest): object {
    const { oidcIdentityToken } = request.credentials;
    const { publicKey, proofOfPossession } = request.publicKeyRequest;
    this.identities.push(oidcIdentityToken);
    const claims = JSON.parse(Buffer.from(oidcIdentityToken.split(".")[1] ?? "", "base64url").toString("utf8"));
    const key = createPublicKey(publicKey.content);
    // Whoever asks must show that the key is theirs, by signing the subject of the identity.
    if (!verify("sha256", Buffer.from(claims.sub), key, Buffer.from(proofOfPossession, "base64"))) return {};
    writeFileSync(join(this.#folder, "signer.pub"), publicKey.content);
    writeFileSync(
      join(this.#folder, "signer.ext"),
      `keyUsage=critical,digitalSignature\nextendedKeyUsage=codeSigning\nsubjectAltName=critical,URI:${SIGNER}\n` +
        `1.3.6.1.4.1.57264.1.8=ASN1:UTF8String:${ISSUER}\n`,
    );
    const isMade = this.#openssl(
      ...[
        "x509",
        "-new",
        "-subj",
        "/",
        "-force_pubkey",
        "signer.pub",
        "-CA",
        "ca.pem",
        "-CAkey",
        "ca.key",
        "-days",
        "1",
      ],
      ...["-extfile", "signer.ext", "-out", "signer.pem"],
    );
    if (!isMade) return {};
    const chain = ["signer.pem", "ca.pem"].map((name) => readFileSync(join(this.#folder, name), "utf8"));
    return { signedCertificateEmbeddedSct: { chain: { certificates: chain } } };
  }

  /** https://github.com/sigstore/rekor/blob/main/openapi.yaml: createLogEntry, kind `dsse` */
  #log({ kind, apiVersion, spec }: ProposedEntry): object {
    const { envelope: text, verifiers } = spec.proposedContent;
    const envelope: { payload: string; signatures: { sig: string }[] } = JSON.parse(text);
    const body = canonical({
      apiVersion,
      kind,
      spec: {
        envelopeHash: { algorithm: "sha256", value: sha256(Buffer.from(text)).toString("hex") },
        payloadHash: { algorithm: "sha256", value: sha256(Buffer.from(envelope.payload, "base64")).toString("hex") },
        signatures: envelope.signatures.map(({ sig }, index) => ({ signature: sig, verifier: verifiers[index] })),
      },
    });
    const logID = sha256(this.#logPublic).toString("hex");
    const promised = {
      body: Buffer.from(body).toString("base64"),
      integratedTime: Math.floor(Date.now() / 1000),
      logID,
      logIndex: this.#entries++,
    };
    // A tree of one leaf: its root is the leaf's hash.
    const rootHash = sha256(Buffer.concat([Buffer.of(0), Buffer.from(body)]));
    return {
      [rootHash.toString("hex")]: {
        ...promised,
        verification: {
          signedEntryTimestamp: this.#sign(canonical(promised)).toString("base64"),
          inclusionProof: {
            checkpoint: this.#checkpoint(rootHash),
            hashes: [],
            logIndex: 0,
            rootHash: rootHash.toString("hex"),
            treeSize: 1,
          },
        },
      },
    };
  }

  /** https://github.com/transparency-dev/formats/blob/main/log/README.md */
  #checkpoint(rootHash: Buffer): string {
    const note = `${this.url}\n1\n${rootHash.toString("base64")}\n`;
    const hint = sha256(this.#logPublic).subarray(0, 4);
    return `${note}\n\u2014 ${this.url} ${Buffer.concat([hint, this.#sign(note)]).toString("base64")}\n`;
  }

  #sign(text: string): Buffer {
    return sign("sha256", Buffer.from(text), this.#logKey);
  }

  #openssl(...words: readonly string[]): boolean {
    return spawnSync("openssl", words, { cwd: this.#folder, stdio: "ignore" }).status === 0;
  }
}

interface CertificateRequest {
  readonly credentials: { readonly oidcIdentityToken: string };
  readonly publicKeyRequest: { readonly publicKey: { readonly content: string }; readonly proofOfPossession: string };
}

interface ProposedEntry {
  readonly kind: string;
  readonly apiVersion: string;
  readonly spec: { readonly proposedContent: { readonly envelope: string; readonly verifiers: readonly string[] } };
}

/** JSON with sorted keys and no spaces: RFC 8785, as far as the log's entries need it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(",")}}`;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const bytes of request) pieces.push(bytes);
  return Buffer.concat(pieces).toString("utf8");
}
