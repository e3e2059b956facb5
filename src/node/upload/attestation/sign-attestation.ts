/** Making attestations with Sigstore: an optional package, loaded only for this. */
import { PackwheelError } from "../../../core/errors.ts";
import { type AttestedFile, attestationFromBundle, publishStatement } from "../../../core/upload/attestation.ts";
import type { Secret } from "../../../core/upload/sign-in/secret.ts";

/** The one function of the package that is used. */
interface Sigstore {
  attest(payload: Uint8Array, payloadType: string, options: AttestOptions): Promise<unknown>;
}

interface AttestOptions extends Partial<SigstoreServices> {
  readonly identityToken: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly retry: { readonly retries: number };
}

/** Where the services of a Sigstore instance are. */
export interface SigstoreServices {
  /** Gives certificates for identities. */
  readonly fulcioURL: string;
  /** Logs signatures in public. */
  readonly rekorURL: string;
}

/** The package itself gives up after 5 s, which the log of the public instance takes at times. */
const PATIENCE = { timeout: 30_000, retry: { retries: 3 } } as const;

/** Of DSSE envelopes that hold in-toto statements. */
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
/** A name in a variable: neither the compiler nor a bundler looks for what may not be installed. */
const PACKAGE = "sigstore";

/** @throws {PackwheelError} `ATTESTATION_SIGNER_UNAVAILABLE` */
export async function loadSigner(load: () => Promise<unknown> = () => import(PACKAGE)): Promise<Sigstore> {
  try {
    const loaded = await load();
    if (isSigstore(loaded)) return loaded;
  } catch (cause) {
    const hint =
      "Install it beside packwheel: npm install sigstore@4 (version 5 needs Node 22.22 or newer), or upload without --attest";
    throw new PackwheelError(
      "ATTESTATION_SIGNER_UNAVAILABLE",
      "Cannot make attestations: the package sigstore is not there",
      {
        hint,
        cause,
      },
    );
  }
  throw new PackwheelError(
    "ATTESTATION_SIGNER_UNAVAILABLE",
    "Cannot make attestations: this sigstore has no `attest`",
    {
      hint: "Install sigstore 4 or newer",
    },
  );
}

/**
 * A publish attestation of one file, as JSON.
 *
 * @param identity For the audience `sigstore`.
 * @param services Default: the public instance.
 * @throws {PackwheelError} `ATTESTATION_SIGNER_UNAVAILABLE`, `ATTESTATION_INVALID`
 */
export async function signAttestation(
  signer: Sigstore,
  file: AttestedFile,
  identity: Secret,
  services?: SigstoreServices,
): Promise<string> {
  const statement = new TextEncoder().encode(publishStatement(file));
  let bundle: unknown;
  try {
    const options = { ...PATIENCE, ...services, identityToken: identity.reveal() };
    bundle = await signer.attest(Buffer.from(statement), PAYLOAD_TYPE, options);
  } catch (error) {
    // Its errors may hold the request that failed, and with it the identity.
    const words = error instanceof Error ? error.message.replaceAll(identity.reveal(), "[secret]") : "unknown failure";
    const message = `Cannot make an attestation of "${file.filename}": ${words}`;
    throw new PackwheelError("ATTESTATION_SIGNER_UNAVAILABLE", message);
  }
  return attestationFromBundle(bundle, file.filename);
}

function isSigstore(value: unknown): value is Sigstore {
  return typeof value === "object" && value !== null && "attest" in value && typeof value.attest === "function";
}
