/** The attestations of the files of an upload: those that lie beside them, and those that are made now. */
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { PackwheelError } from "../../../core/errors.ts";
import { throwIfAborted } from "../../../core/ports/abort.ts";
import type { Clock } from "../../../core/ports/clock.ts";
import { type AttestationFile, attestationsField, PUBLISH_PREDICATE } from "../../../core/upload/attestation.ts";
import type { IdentityProvider } from "../../../core/upload/identity/identity-provider.ts";
import type { Redactor, Secret } from "../../../core/upload/sign-in/secret.ts";
import type { DiskDistribution } from "../files/upload-file.ts";
import { loadSigner, type SigstoreServices, signAttestation } from "./sign-attestation.ts";

export interface AttestationWishes {
  /** Take the files that lie beside. */
  readonly existing: boolean;
  /** Make publish attestations where none lies there. */
  readonly sign: boolean;
  readonly provider: IdentityProvider | undefined;
  readonly redactor: Redactor;
  readonly mask: (token: Secret) => void;
  readonly clock: Clock;
  /** Default: the public instance of Sigstore. */
  readonly services?: SigstoreServices | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** GitHub's identities end after five minutes, others live longer. */
const IDENTITY_AGE = 3 * 60_000;

/**
 * The form field of each file; files without attestations have none.
 *
 * @param placeOf Where a file lies.
 * @throws {PackwheelError} `ATTESTATION_MISSING` when there is none at all, `ATTESTATION_INVALID`,
 *   `ATTESTATION_MISMATCH`, `ATTESTATION_SIGNER_UNAVAILABLE`, `TRUSTED_PUBLISHING_UNAVAILABLE`
 */
export async function attestationFields(
  files: readonly DiskDistribution[],
  placeOf: (file: DiskDistribution) => string,
  wishes: AttestationWishes,
): Promise<Map<DiskDistribution, string>> {
  const fields = new Map<DiskDistribution, string>();
  if (!wishes.existing && !wishes.sign) return fields;
  const sign = wishes.sign ? await openSigner(wishes) : undefined;
  for (const file of files) {
    const found = wishes.existing ? await readBeside(placeOf(file)) : [];
    const isSigned = found.some(({ text }) => isPublishAttestation(text));
    if (sign !== undefined && !isSigned) {
      found.push({ path: `${file.filename}.publish.attestation`, text: await sign(file) });
    }
    if (found.length > 0) fields.set(file, attestationsField(found, file));
  }
  if (fields.size === 0) {
    throw new PackwheelError("ATTESTATION_MISSING", "Cannot find an attestation beside the files", {
      hint: "Name them FILE.publish.attestation, or make them in this run with --attest",
    });
  }
  return fields;
}

async function readBeside(place: string): Promise<AttestationFile[]> {
  const [folder, filename] = [dirname(place), basename(place)];
  const names = (await readdir(folder)).filter((name) => {
    return name.startsWith(`${filename}.`) && name.endsWith(".attestation");
  });
  return Promise.all(
    names.sort().map(async (name) => ({ path: name, text: await readFile(join(folder, name), "utf8") })),
  );
}

function isPublishAttestation(text: string): boolean {
  const statement = /"statement"\s*:\s*"([A-Za-z0-9+/=]+)"/.exec(text)?.[1];
  return statement !== undefined && Buffer.from(statement, "base64").toString("utf8").includes(PUBLISH_PREDICATE);
}

async function openSigner(wishes: AttestationWishes): Promise<(file: DiskDistribution) => Promise<string>> {
  const { provider, redactor, mask, clock, services, signal } = wishes;
  if (provider === undefined) {
    throw new PackwheelError(
      "TRUSTED_PUBLISHING_UNAVAILABLE",
      "Cannot make attestations: no CI service gives an identity here",
      {
        hint: "Leave --attest out, or upload from GitHub Actions or GitLab CI/CD",
      },
    );
  }
  const signer = await loadSigner();
  let identity: { readonly token: Secret; readonly since: number } | undefined;
  const currentIdentity = async (): Promise<Secret> => {
    const isOld = identity !== undefined && clock.now() - identity.since > IDENTITY_AGE;
    if (identity !== undefined && !(isOld && provider.isRenewable)) return identity.token;
    const token = await provider.request("sigstore", signal);
    redactor.add(token);
    mask(token);
    identity = { token, since: clock.now() };
    return token;
  };
  return async (file) => {
    throwIfAborted(signal);
    return signAttestation(signer, file, await currentIdentity(), services);
  };
}
