/**
 * Attestations of a file: who built or published it, signed, and logged in public.
 * Spec: https://packaging.python.org/en/latest/specifications/index-hosted-attestations/ (PEP 740)
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";

/** An attestation as the index takes it; what is signed inside of it stays as it is. */
export interface Attestation {
  readonly version: 1;
  readonly verification_material: {
    /** Base64 of DER. */
    readonly certificate: string;
    readonly transparency_entries: readonly unknown[];
  };
  readonly envelope: {
    /** Base64 of an in-toto statement. */
    readonly statement: string;
    /** Base64. */
    readonly signature: string;
  };
}

/** Predicates that PyPI takes, one of each at most. */
export const PUBLISH_PREDICATE = "https://docs.pypi.org/attestations/publish/v1";
const KNOWN_PREDICATES: readonly string[] = [PUBLISH_PREDICATE, "https://slsa.dev/provenance/v1"];

export interface AttestationFile {
  /** For messages. */
  readonly path: string;
  readonly text: string;
}

export interface AttestedFile {
  readonly filename: string;
  /** Hex. */
  readonly sha256: string;
}

/** The in-toto statement that is signed for an upload, as JSON. */
export function publishStatement({ filename, sha256 }: AttestedFile): string {
  return JSON.stringify({
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: filename, digest: { sha256 } }],
    predicateType: PUBLISH_PREDICATE,
    predicate: null,
  });
}

/**
 * The form field for the attestations of one file, after each was found to be about it.
 *
 * @throws {PackwheelError} `ATTESTATION_INVALID`, `ATTESTATION_MISMATCH`
 */
export function attestationsField(files: readonly AttestationFile[], about: AttestedFile): string {
  const types = new Set<string>();
  const all = files.map((file) => {
    const attestation = readAttestation(file);
    const type = checkStatement(attestation, file.path, about);
    if (types.has(type)) throw invalid(file.path, `a second one of the kind ${quote(type)}`);
    types.add(type);
    return attestation;
  });
  return JSON.stringify(all);
}

/** Text of a JSON file as an attestation. */
function readAttestation({ text, path }: AttestationFile): Attestation {
  const value = parseJson(text, path, "it is no JSON");
  const material = field(value, "verification_material");
  const envelope = field(value, "envelope");
  if (field(value, "version") !== 1) throw invalid(path, "its version is not 1");
  const certificate = field(material, "certificate");
  const entries = field(material, "transparency_entries");
  const statement = field(envelope, "statement");
  const signature = field(envelope, "signature");
  if (typeof certificate !== "string" || !Array.isArray(entries) || entries.length === 0) {
    throw invalid(path, "its verification material has no certificate, or no transparency entry");
  }
  if (typeof statement !== "string" || typeof signature !== "string") {
    throw invalid(path, "its envelope has no statement, or no signature");
  }
  return {
    version: 1,
    verification_material: { certificate, transparency_entries: entries },
    envelope: { statement, signature },
  };
}

/** @returns The predicate type. */
function checkStatement(attestation: Attestation, path: string, about: AttestedFile): string {
  const statement = parseJson(decodeStatement(attestation, path), path, "its statement is no JSON");
  const subjects = field(statement, "subject");
  const type = field(statement, "predicateType");
  if (!Array.isArray(subjects) || subjects.length !== 1)
    throw invalid(path, "its statement has not exactly one subject");
  if (typeof type !== "string" || !KNOWN_PREDICATES.includes(type)) {
    throw invalid(path, `PyPI does not take statements of the type ${quote(String(type))}`);
  }
  const name = field(subjects[0], "name");
  const digest = field(field(subjects[0], "digest"), "sha256");
  if (name !== about.filename) {
    throw mismatch(path, `it is about ${quote(String(name), 200)}, and not about ${quote(about.filename, 200)}`);
  }
  if (digest !== about.sha256) {
    throw mismatch(path, `it is about ${quote(about.filename, 200)} with other content`);
  }
  return type;
}

function decodeStatement({ envelope }: Attestation, path: string): string {
  try {
    const bytes = Uint8Array.from(atob(envelope.statement), (char) => char.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw invalid(path, "its statement is no base64");
  }
}

/**
 * What a signer of Sigstore gives (a bundle of version 0.3), as an attestation.
 *
 * @throws {PackwheelError} `ATTESTATION_INVALID`
 */
export function attestationFromBundle(bundle: unknown, filename: string): string {
  const material = field(bundle, "verificationMaterial");
  const envelope = field(bundle, "dsseEnvelope");
  const signatures = field(envelope, "signatures");
  const certificate = field(field(material, "certificate"), "rawBytes");
  const entries = field(material, "tlogEntries");
  const statement = field(envelope, "payload");
  const signature = Array.isArray(signatures) ? field(signatures[0], "sig") : undefined;
  const isWhole = [certificate, statement, signature].every((part) => typeof part === "string");
  if (!isWhole || !Array.isArray(entries)) throw invalid(filename, "the signer's bundle lacks a part");
  return JSON.stringify({
    version: 1,
    verification_material: { certificate, transparency_entries: entries },
    envelope: { statement, signature },
  });
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

function parseJson(text: string, path: string, problem: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(path, problem);
  }
}

function invalid(path: string, problem: string): PackwheelError {
  return new PackwheelError("ATTESTATION_INVALID", `Cannot use the attestation ${quote(path, 200)}: ${problem}`, {
    path,
  });
}

function mismatch(path: string, problem: string): PackwheelError {
  return new PackwheelError("ATTESTATION_MISMATCH", `Cannot use the attestation ${quote(path, 200)}: ${problem}`, {
    path,
    hint: "Make it anew after the last change of the file, or remove it",
  });
}
