/**
 * Who uploads. What is said explicitly counts first: options and variables, then `.pypirc` or the URL, then the keyring
 * if it is wanted, then the identity that continuous integration gives, then the person at the terminal.
 */
import { type Finding, PackwheelError } from "../../errors.ts";
import type { NormalizedName } from "../../names/project-name.ts";
import type { Repository } from "../repository.ts";
import { basicAuthorization, type Redactor, Secret } from "./secret.ts";

export interface CredentialSource {
  /**
   * The value of `Authorization`; undefined to send none. May change in a long upload.
   *
   * @throws {PackwheelError} `UPLOAD_CREDENTIALS_MISSING`, `UPLOAD_CREDENTIALS_UNFIT`, `UPLOAD_KEYRING_FAILED`,
   *   `TRUSTED_PUBLISHING_REFUSED`, `TRUSTED_PUBLISHING_UNAVAILABLE`
   */
  authorization(project: NormalizedName, signal?: AbortSignal): Promise<Secret | undefined>;
}

/** A token that was minted for an identity, renewed before it runs out. */
export interface TrustedTokens {
  /** @throws {PackwheelError} `TRUSTED_PUBLISHING_REFUSED`, `TRUSTED_PUBLISHING_UNAVAILABLE` */
  current(signal?: AbortSignal): Promise<Secret>;
}

export interface CredentialPorts {
  /** Option or variable. */
  readonly username: string | undefined;
  readonly password: Secret | undefined;
  readonly repository: Repository;
  /** `PACKWHEEL_TOKEN_MY_PROJECT` */
  readonly variable: (name: string) => string | undefined;
  /** Undefined unless it is wanted. */
  readonly keyring?: ((service: string, username: string) => Promise<Secret | undefined>) | undefined;
  readonly trustedPublishing: "automatic" | "always" | "never";
  /** Undefined where no such identity can be had. */
  readonly trustedTokens?: TrustedTokens | undefined;
  /** Undefined where nobody can answer. */
  readonly ask?: ((question: string, hidden: boolean) => Promise<string>) | undefined;
  readonly redactor: Redactor;
  readonly report: (finding: Finding) => void;
}

interface Credentials {
  readonly username: string;
  readonly password: Secret;
}

const TOKEN_USER = "__token__";

export class CredentialChain implements CredentialSource {
  readonly #ports: CredentialPorts;
  /** What is found for a project holds for the whole run, and nobody is asked twice. */
  readonly #found = new Map<NormalizedName, Promise<Credentials | "trusted" | undefined>>();
  #asked: Promise<Credentials | undefined> | undefined;

  constructor(ports: CredentialPorts) {
    this.#ports = ports;
    for (const secret of [ports.password, ports.repository.password]) if (secret) ports.redactor.add(secret);
  }

  async authorization(project: NormalizedName, signal?: AbortSignal): Promise<Secret | undefined> {
    const pending = this.#found.get(project) ?? this.#find(project, signal);
    this.#found.set(project, pending);
    const found = await pending;
    if (found === undefined) return undefined;
    const { trustedTokens, redactor } = this.#ports;
    const credentials =
      found !== "trusted"
        ? found
        : trustedTokens && { username: TOKEN_USER, password: await trustedTokens.current(signal) };
    if (credentials === undefined) return undefined;
    const authorization = basicAuthorization(credentials.username, credentials.password);
    redactor.add(credentials.password, authorization, new Secret(authorization.reveal().slice("Basic ".length)));
    return authorization;
  }

  async #find(project: NormalizedName, signal?: AbortSignal): Promise<Credentials | "trusted" | undefined> {
    const { repository, trustedPublishing, trustedTokens, username, password } = this.#ports;
    if (trustedPublishing === "always") return this.#mustTrust(signal);
    const forProject = this.#projectToken(project);
    if (forProject !== undefined) return this.#checked(TOKEN_USER, forProject);
    if (password !== undefined) return this.#checked(username ?? repository.username, password);
    if (repository.password !== undefined) return this.#checked(username ?? repository.username, repository.password);
    const kept = await this.#fromKeyring(project);
    if (kept !== undefined) return kept;
    const name = username ?? repository.username ?? TOKEN_USER;
    const mayTrust = trustedPublishing === "automatic" && repository.server.trustedPublishing && name === TOKEN_USER;
    if (mayTrust && trustedTokens !== undefined && (await this.#canTrust(trustedTokens, signal))) return "trusted";
    this.#asked ??= this.#ask();
    return this.#asked;
  }

  async #mustTrust(signal: AbortSignal | undefined): Promise<"trusted"> {
    const { trustedTokens, username, password } = this.#ports;
    if (username !== undefined || password !== undefined) {
      const message = "Cannot use trusted publishing always: a user name or password is given, too";
      const hint = "Remove it, or allow both with --trusted-publishing automatic";
      throw new PackwheelError("UPLOAD_CREDENTIALS_UNFIT", message, { hint });
    }
    if (trustedTokens === undefined) {
      const message = "Cannot use trusted publishing: this is no CI service that gives identities";
      const hint = "Known are GitHub Actions, GitLab, Google Cloud, Buildkite and CircleCI; elsewhere use an API token";
      throw new PackwheelError("TRUSTED_PUBLISHING_UNAVAILABLE", message, { hint });
    }
    await trustedTokens.current(signal);
    return "trusted";
  }

  /** Where nobody demanded it, a refusal is worth a note, and the next source has its turn. */
  async #canTrust(tokens: TrustedTokens, signal: AbortSignal | undefined): Promise<boolean> {
    try {
      await tokens.current(signal);
      return true;
    } catch (error) {
      if (!(error instanceof PackwheelError) || error.code === "ABORTED") throw error;
      const { code, message, hint } = error;
      this.#ports.report({ code, severity: "note", message, ...(hint === undefined ? {} : { hint }) });
      return false;
    }
  }

  #projectToken(project: NormalizedName): Secret | undefined {
    const value = this.#ports.variable(projectVariable(project));
    return value === undefined || value === "" ? undefined : new Secret(value);
  }

  async #fromKeyring(project: NormalizedName): Promise<Credentials | undefined> {
    const { keyring, repository, username } = this.#ports;
    if (keyring === undefined) return undefined;
    const name = username ?? repository.username ?? TOKEN_USER;
    // Tokens of PyPI are best made for one project, but a keyring knows URLs alone.
    for (const service of [`${repository.url}#${project}`, repository.url]) {
      const password = await keyring(service, name);
      if (password !== undefined) return this.#checked(name, password);
    }
    return undefined;
  }

  async #ask(): Promise<Credentials | undefined> {
    const { ask, repository, username } = this.#ports;
    const { server } = repository;
    const known = username ?? repository.username;
    if (ask === undefined) {
      // Indexes inside of companies often ask nobody; PyPI does.
      if (!server.tokensOnly && known === undefined) return undefined;
      const message = `Cannot upload to ${server.name}: no ${server.tokensOnly ? "API token" : "password"} is given`;
      const hint = server.tokensOnly
        ? "Set PACKWHEEL_TOKEN, add a section to ~/.pypirc, or set up trusted publishing in CI"
        : "Set PACKWHEEL_PASSWORD, or add a section to ~/.pypirc";
      throw new PackwheelError("UPLOAD_CREDENTIALS_MISSING", message, { hint });
    }
    if (server.tokensOnly)
      return this.#checked(TOKEN_USER, new Secret(await ask(`API token for ${server.name}: `, true)));
    const name = known ?? (await ask(`User name for ${new URL(repository.url).host}: `, false)).trim();
    return this.#checked(name, new Secret(await ask(`Password of ${name}: `, true)));
  }

  /** @throws {PackwheelError} `UPLOAD_CREDENTIALS_UNFIT` for what cannot work, before the file travels. */
  #checked(username: string | undefined, given: Secret): Credentials {
    const { server } = this.#ports.repository;
    const value = given.reveal().trim();
    const password = new Secret(value);
    this.#ports.redactor.add(given, password);
    const isToken = value.startsWith("pypi-");
    const name = username ?? (server.tokensOnly || isToken ? TOKEN_USER : undefined);
    if (name === undefined) {
      throw unfit("a password is given without a user name", "Give --username, or PACKWHEEL_USERNAME");
    }
    if (value === "") throw unfit("the password is empty", "Give the token or password whole");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\u0000-\u001f\u007f]/.test(value)) throw unfit("the password has a line break or control character in it");
    if (name.includes(":")) throw unfit("the user name has a colon in it");
    if (server.tokensOnly && name !== TOKEN_USER) {
      throw unfit(`${server.name} takes API tokens alone, and a user name is given`, "Leave --username out");
    }
    if (server.tokensOnly && !isToken) {
      const hint = `Make a token on ${server.name}, and give all of it: it begins with pypi-`;
      throw unfit(`what is given for ${server.name} is no API token`, hint);
    }
    return { username: name, password };
  }
}

/** `my-project` -> `PACKWHEEL_TOKEN_MY_PROJECT` */
export function projectVariable(project: NormalizedName): string {
  return `PACKWHEEL_TOKEN_${project.toUpperCase().replaceAll("-", "_")}`;
}

function unfit(problem: string, hint?: string): PackwheelError {
  return new PackwheelError("UPLOAD_CREDENTIALS_UNFIT", `Cannot sign in: ${problem}`, { hint });
}
