/**
 * Trusted publishing: an API token that lives for a quarter of an hour, minted for the identity of a job.
 * Docs: https://docs.pypi.org/trusted-publishers/internals/
 */
import { type Finding, PackwheelError } from "../../errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Http } from "../../ports/http.ts";
import { answerMessage, type ReadAnswer } from "../request/answer.ts";
import { sendForMessage } from "../request/read-answer.ts";
import { USER_AGENT } from "../request/user-agent.ts";
import type { TrustedTokens } from "../sign-in/credentials.ts";
import { type Redactor, Secret } from "../sign-in/secret.ts";
import { claimsHint, describeClaims, readClaims } from "./claims.ts";
import { type IdentityProvider, jsonField } from "./identity-provider.ts";

export interface MintPorts {
  readonly http: Http;
  readonly clock: Clock;
  readonly provider: IdentityProvider;
  readonly redactor: Redactor;
  /** Hears of a token before it is used: logs of CI hide what they are told to. */
  readonly mask: (token: Secret) => void;
  readonly report: (finding: Finding) => void;
}

interface MintedToken {
  readonly token: Secret;
  /** Milliseconds since 1970 after which a new one is asked for. */
  readonly renewAt: number;
}

/** Tokens are renewed this long before they run out: the longest that one upload is likely to take. */
const MARGIN = 5 * 60_000;
/** The server's clock may differ from ours: a token is never held for longer, nor for less than a minute. */
const LONGEST_USE = 10 * 60_000;
const SHORTEST_USE = 60_000;

export class MintedTokens implements TrustedTokens {
  readonly #uploadUrl: string;
  readonly #ports: MintPorts;
  #minted: MintedToken | undefined;
  #pending: Promise<MintedToken> | undefined;

  constructor(uploadUrl: string, ports: MintPorts) {
    this.#uploadUrl = uploadUrl;
    this.#ports = ports;
  }

  async current(signal?: AbortSignal): Promise<Secret> {
    if (this.#minted !== undefined && this.#ports.clock.now() < this.#minted.renewAt) return this.#minted.token;
    // Several files need it at the same moment, and one is enough for all.
    this.#pending ??= this.#renew(signal).finally(() => {
      this.#pending = undefined;
    });
    this.#minted = await this.#pending;
    return this.#minted.token;
  }

  async #renew(signal: AbortSignal | undefined): Promise<MintedToken> {
    const before = this.#minted;
    const { provider, report } = this.#ports;
    if (before !== undefined && !provider.isRenewable) {
      const message = `${provider.name} gives one identity a job, so the API token cannot be renewed; it runs out 15 minutes after its making`;
      report({ code: "TRUSTED_PUBLISHING_UNAVAILABLE", severity: "warning", message });
      return { ...before, renewAt: Number.POSITIVE_INFINITY };
    }
    return mintToken(this.#uploadUrl, this.#ports, signal);
  }
}

async function mintToken(uploadUrl: string, ports: MintPorts, signal: AbortSignal | undefined): Promise<MintedToken> {
  const { origin } = new URL(uploadUrl);
  const { http, clock, provider, redactor, mask } = ports;
  const audience = await askAudience(http, origin, signal);
  const identity = await provider.request(audience, signal);
  redactor.add(identity);
  mask(identity);
  const body = new TextEncoder().encode(JSON.stringify({ token: identity.reveal() }));
  const answer = await sendForMessage(http, {
    method: "POST",
    url: `${origin}/_/oidc/mint-token`,
    headers: { "content-type": "application/json", accept: "application/json", "user-agent": USER_AGENT },
    body: { length: body.length, open: () => once(body) },
    signal,
  });
  const token = answer.status === 200 ? jsonField(answer.body, "token") : undefined;
  if (token === undefined) throw refused(answer, identity, provider, redactor);
  const secret = new Secret(token);
  redactor.add(secret);
  mask(secret);
  const now = clock.now();
  const lifetime = (expiryOf(answer.body) ?? now + LONGEST_USE + MARGIN) - now;
  return { token: secret, renewAt: now + Math.max(SHORTEST_USE, Math.min(LONGEST_USE, lifetime - MARGIN)) };
}

async function askAudience(http: Http, origin: string, signal: AbortSignal | undefined): Promise<string> {
  const answer = await sendForMessage(http, {
    method: "GET",
    url: `${origin}/_/oidc/audience`,
    headers: { accept: "application/json", "user-agent": USER_AGENT },
    signal,
  });
  const audience = answer.status === 200 ? jsonField(answer.body, "audience") : undefined;
  if (audience !== undefined) return audience;
  const said = `${answer.status} ${answerMessage(answer)}`.trim();
  throw new PackwheelError(
    "TRUSTED_PUBLISHING_UNAVAILABLE",
    `Cannot use trusted publishing: ${origin} does not offer it (${said})`,
    { hint: "Use an API token for this index" },
  );
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function expiryOf(body: string): number | undefined {
  const value: unknown = JSON.parse(body);
  const seconds = typeof value === "object" && value !== null ? Reflect.get(value, "expires") : undefined;
  return typeof seconds === "number" ? seconds * 1000 : undefined;
}

function refused(answer: ReadAnswer, identity: Secret, provider: IdentityProvider, redactor: Redactor): PackwheelError {
  const errors = errorsOf(answer.body);
  const said = errors.length === 0 ? `${answer.status} ${answerMessage(answer)}` : errors.map(formatError).join("; ");
  const claims = readClaims(identity);
  const code = errors[0]?.code ?? "";
  const shown =
    claims === undefined ? [] : [`The identity that ${provider.name} gave says:`, ...describeClaims(claims)];
  const message = [`Cannot use trusted publishing: the index refuses the identity: ${said}`, ...shown].join("\n");
  const hint = claimsHint(code, claims);
  return new PackwheelError("TRUSTED_PUBLISHING_REFUSED", redactor.redact(message), { hint });
}

interface MintError {
  readonly code: string;
  readonly description: string;
}

function formatError({ code, description }: MintError): string {
  return description === "" ? code : `${code}: ${description}`;
}

function errorsOf(body: string): MintError[] {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return [];
  }
  const errors: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "errors") : undefined;
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) => {
    const text = JSON.stringify(error);
    const code = jsonField(text, "code");
    return code === undefined ? [] : [{ code, description: jsonField(text, "description") ?? "" }];
  });
}
