/** Making attestations with Sigstore: an optional package, loaded only for this. */
import { PackwheelError } from "../../core/errors.ts";
import { type AttestedFile, attestationFromBundle, publishStatement } from "../../core/upload/attestation.ts";
import type { Secret } from "../../core/upload/secret.ts";

/** The one function of the package that is used. */
interface Sigstore {
  attest(payload: Uint8Array, payloadType: string, options: { readonly identityToken: string }): Promise<unknown>;
}

/** Of DSSE envelopes that hold in-toto statements. */
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
/** A name in a variable: neither the compiler nor a bundler looks for what may not be installed. */
const PACKAGE = "sigstore";

/** @throws {PackwheelError} `ATTESTATION_SIGNER_UNAVAILABLE` */
export async function loadSigner(): Promise<Sigstore> {
  try {
    const loaded: unknown = await import(PACKAGE);
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
 * @throws {PackwheelError} `ATTESTATION_SIGNER_UNAVAILABLE`, `ATTESTATION_INVALID`
 */
export async function signAttestation(signer: Sigstore, file: AttestedFile, identity: Secret): Promise<string> {
  const statement = new TextEncoder().encode(publishStatement(file));
  let bundle: unknown;
  try {
    bundle = await signer.attest(Buffer.from(statement), PAYLOAD_TYPE, { identityToken: identity.reveal() });
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
