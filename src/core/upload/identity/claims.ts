/**
 * What an identity token says of a job. Nobody verifies it here: it is shown to people whose publisher does not match,
 * so that they see the two side by side. The token itself is never shown.
 * Docs: https://docs.pypi.org/trusted-publishers/troubleshooting/
 */
import { parseBase64Url } from "../../bytes/base64url.ts";
import { decodeUtf8 } from "../../bytes/utf8.ts";
import { quote } from "../../names/quote.ts";
import type { Secret } from "../sign-in/secret.ts";

export type Claims = Readonly<Record<string, unknown>>;

/** Undefined for what is no JSON Web Token. */
export function readClaims(token: Secret): Claims | undefined {
  const payload = parseBase64Url(token.reveal().split(".")[1] ?? "");
  if (payload === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(decodeUtf8(payload).text);
    return typeof value === "object" && value !== null ? (value as Claims) : undefined; // each claim is looked at
  } catch {
    return undefined;
  }
}

/** Claims that PyPI compares, by issuer, and where the publisher's page has them. */
const COMPARED: readonly { readonly issuer: RegExp; readonly claims: Readonly<Record<string, string>> }[] = [
  {
    issuer: /^https:\/\/token\.actions\.githubusercontent\.com/,
    claims: {
      repository: "owner and repository",
      repository_owner: "owner",
      repository_owner_id: "the owner's number: another one for a fork, or a name that changed hands",
      job_workflow_ref: "workflow name: the file that holds the job",
      environment: "environment name",
      ref: "branch or tag",
      sub: "subject",
    },
  },
  {
    issuer: /gitlab/,
    claims: {
      project_path: "namespace and project",
      ci_config_ref_uri: "top-level pipeline file",
      environment: "environment name",
      sub: "subject",
    },
  },
  { issuer: /^https:\/\/accounts\.google\.com/, claims: { email: "service account", sub: "subject" } },
  { issuer: /./, claims: { sub: "subject" } },
];

/** One line a claim: `repository "octo/hello" (owner and repository)`. */
export function describeClaims(claims: Claims): string[] {
  const issuer = typeof claims["iss"] === "string" ? claims["iss"] : "unknown";
  const compared = COMPARED.find((entry) => entry.issuer.test(issuer))?.claims ?? {};
  const lines = Object.entries(compared).map(([name, meaning]) => {
    const value = claims[name];
    return `  ${name}: ${typeof value === "string" ? quote(value, 200) : "(none)"} (${meaning})`;
  });
  return [`  iss: ${quote(issuer, 200)} (issuer)`, ...lines];
}

/** What to change, as far as the claims give it away. */
export function claimsHint(code: string, claims: Claims | undefined): string | undefined {
  const workflow = claims?.["job_workflow_ref"];
  const ownWorkflow = claims?.["workflow_ref"];
  if (claims?.["event_name"] === "pull_request_target") return "Publish from another event: PyPI refuses this one";
  if (typeof workflow === "string" && typeof ownWorkflow === "string" && workflow !== ownWorkflow) {
    return "Publish from a job of the top workflow: PyPI does not support reusable workflows";
  }
  switch (code) {
    case "invalid-publisher":
    case "invalid-pending-publisher":
      return "Compare these claims with the project's publishers on the index, and change what differs; names of environment and workflow count, too";
    case "invalid-reuse-token":
      return "Run the job again: an identity token mints one API token only";
    case "not-enabled":
      return "Wait, or use an API token: the index has trusted publishing switched off";
    case "invalid-token":
      return "Check the audience of the token, and the clock of the machine that made it";
    default:
      return undefined;
  }
}
