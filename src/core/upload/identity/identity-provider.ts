/**
 * Where a job of continuous integration gets its identity from: a signed token (OpenID Connect) for an audience.
 * Services and their ways are those that the documentation of each names.
 */
import { PackwheelError } from "../../errors.ts";
import type { Http } from "../../ports/http.ts";
import { answerMessage, type ReadAnswer } from "../request/answer.ts";
import { sendForMessage } from "../request/read-answer.ts";
import { USER_AGENT } from "../request/user-agent.ts";
import { Secret } from "../sign-in/secret.ts";

export interface IdentityPorts {
  readonly http: Http;
  readonly variable: (name: string) => string | undefined;
  /** Standard output of a program; undefined when it is not there or fails. */
  readonly run: (command: readonly string[]) => Promise<string | undefined>;
  /** What the machine's firmware calls it: `Google Compute Engine`. */
  readonly productName: () => Promise<string | undefined>;
  readonly signal?: AbortSignal | undefined;
}

export interface IdentityProvider {
  /** `GitHub Actions` */
  readonly name: string;
  /** A second token can be had in the same job. */
  readonly isRenewable: boolean;
  /** @throws {PackwheelError} `TRUSTED_PUBLISHING_UNAVAILABLE` */
  request(audience: string, signal?: AbortSignal): Promise<Secret>;
}

/** The service that this job runs on; undefined elsewhere. */
export async function findIdentityProvider(ports: IdentityPorts): Promise<IdentityProvider | undefined> {
  const { variable } = ports;
  if (isOn(variable("GITHUB_ACTIONS"))) return github(ports);
  if (isOn(variable("GITLAB_CI"))) return gitlab(ports);
  if (isOn(variable("BUILDKITE"))) {
    return commandProvider(ports, "Buildkite", (audience) => {
      return ["buildkite-agent", "oidc", "request-token", "--audience", audience];
    });
  }
  if (isOn(variable("CIRCLECI"))) {
    return commandProvider(ports, "CircleCI", (audience) => {
      return ["circleci", "run", "oidc", "get", "--claims", JSON.stringify({ aud: audience })];
    });
  }
  const account = variable("GOOGLE_SERVICE_ACCOUNT_NAME");
  const product = account === undefined ? await ports.productName() : undefined;
  if (account !== undefined || /^Google(?: Compute Engine)?$/.test(product?.trim() ?? ""))
    return google(ports, account);
  return undefined;
}

/** Docs: https://docs.github.com/en/actions/concepts/security/openid-connect */
function github(ports: IdentityPorts): IdentityProvider {
  const name = "GitHub Actions";
  return {
    name,
    isRenewable: true,
    async request(audience, signal) {
      const url = ports.variable("ACTIONS_ID_TOKEN_REQUEST_URL");
      const token = ports.variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
      if (!url || !token) {
        const hint = 'Add "permissions: id-token: write" to the job; jobs of pull requests from forks cannot have it';
        throw unavailable(name, "the job may not ask for an identity token", hint);
      }
      const target = new URL(url);
      target.searchParams.set("audience", audience);
      const answer = await get(ports, target.href, { authorization: new Secret(`bearer ${token}`), signal });
      return tokenOf(name, answer, "value");
    },
  };
}

/** Docs: https://docs.gitlab.com/ci/secrets/id_token_authentication/ */
function gitlab({ variable }: IdentityPorts): IdentityProvider {
  const name = "GitLab CI/CD";
  return {
    name,
    isRenewable: false,
    async request(audience) {
      const key = `${audience
        .toUpperCase()
        .replace(/[^A-Z0-9_]/g, "_")
        .replace(/^(?=\d)/, "_")}_ID_TOKEN`;
      const token = variable(key);
      if (token) return new Secret(token);
      const hint = `Add "id_tokens: { ${key}: { aud: ${audience} } }" to the job`;
      throw unavailable(name, `the variable ${key} is not set`, hint);
    },
  };
}

function commandProvider(
  ports: IdentityPorts,
  name: string,
  command: (audience: string) => readonly string[],
): IdentityProvider {
  return {
    name,
    isRenewable: true,
    async request(audience) {
      const words = command(audience);
      const token = (await ports.run(words))?.trim();
      if (token) return new Secret(token);
      throw unavailable(
        name,
        `\`${words.slice(0, 4).join(" ")}\` gave no token`,
        `Is ${words[0]} on PATH, and new enough?`,
      );
    },
  };
}

/** Docs: https://cloud.google.com/compute/docs/instances/verifying-instance-identity */
function google(ports: IdentityPorts, account: string | undefined): IdentityProvider {
  const name = "Google Cloud";
  // The variable is the one by which Google's own libraries are led to another metadata server.
  const metadata = `http://${ports.variable("GCE_METADATA_HOST") ?? "metadata.google.internal"}/computeMetadata/v1/instance/service-accounts/default`;
  const headers = { "metadata-flavor": "Google" };
  return {
    name,
    isRenewable: true,
    async request(audience, signal) {
      if (account === undefined) {
        const url = `${metadata}/identity?audience=${encodeURIComponent(audience)}&format=full`;
        const answer = await get(ports, url, { headers, signal });
        const token = answer.body.trim();
        if (answer.status === 200 && token !== "") return new Secret(token);
        throw unavailable(name, `the metadata server answers ${answer.status} ${answerMessage(answer)}`);
      }
      const access = tokenOf(name, await get(ports, `${metadata}/token`, { headers, signal }), "access_token");
      const host = "https://iamcredentials.googleapis.com";
      const body = new TextEncoder().encode(JSON.stringify({ audience, includeEmail: true }));
      const answer = await sendForMessage(ports.http, {
        method: "POST",
        url: `${host}/v1/projects/-/serviceAccounts/${encodeURIComponent(account)}:generateIdToken`,
        headers: { "content-type": "application/json", accept: "application/json", "user-agent": USER_AGENT },
        authorization: new Secret(`Bearer ${access.reveal()}`),
        body: { length: body.length, open: () => once(body) },
        signal,
      });
      return tokenOf(name, answer, "token");
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

interface GetOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly authorization?: Secret;
  readonly signal?: AbortSignal | undefined;
}

function get({ http }: IdentityPorts, url: string, options: GetOptions): Promise<ReadAnswer> {
  return sendForMessage(http, {
    method: "GET",
    url,
    headers: { accept: "application/json", "user-agent": USER_AGENT, ...options.headers },
    authorization: options.authorization,
    signal: options.signal,
  });
}

function tokenOf(provider: string, answer: ReadAnswer, key: string): Secret {
  if (answer.status === 200) {
    const token = jsonField(answer.body, key);
    if (token !== undefined) return new Secret(token);
    throw unavailable(provider, `its answer has no "${key}"`);
  }
  throw unavailable(provider, `it answers ${answer.status} ${answerMessage(answer)}`.trim());
}

/** The text at a key of a JSON object; undefined for all else. */
export function jsonField(body: string, key: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const found = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
    return typeof found === "string" && found !== "" ? found : undefined;
  } catch {
    return undefined;
  }
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== "" && value.toLowerCase() !== "false";
}

function unavailable(name: string, problem: string, hint?: string): PackwheelError {
  return new PackwheelError("TRUSTED_PUBLISHING_UNAVAILABLE", `Cannot get an identity from ${name}: ${problem}`, {
    hint,
  });
}
