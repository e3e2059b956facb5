/** Putting together where credentials may come from. */
import { readFile } from "node:fs/promises";
import type { Finding } from "../../../core/errors.ts";
import type { Clock } from "../../../core/ports/clock.ts";
import type { Http } from "../../../core/ports/http.ts";
import {
  findIdentityProvider,
  type IdentityPorts,
  type IdentityProvider,
} from "../../../core/upload/identity/identity-provider.ts";
import { MintedTokens } from "../../../core/upload/identity/trusted-publishing.ts";
import type { Repository } from "../../../core/upload/repository.ts";
import type { UploadSettings } from "../../../core/upload/settings.ts";
import { CredentialChain } from "../../../core/upload/sign-in/credentials.ts";
import { Redactor, Secret } from "../../../core/upload/sign-in/secret.ts";
import { askKeyring, runForToken } from "./password-commands.ts";

export interface CredentialContext {
  readonly settings: UploadSettings;
  readonly repository: Repository;
  readonly report: (finding: Finding) => void;
  readonly clock: Clock;
  readonly ask: ((question: string, hidden: boolean) => Promise<string>) | undefined;
  readonly mask: ((token: string) => void) | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly http: Http;
}

export interface OpenedCredentials {
  readonly credentials: CredentialChain;
  readonly redactor: Redactor;
  readonly provider: IdentityProvider | undefined;
}

/** Everything that the settings allow to be asked for credentials. */
export async function openCredentials(context: CredentialContext): Promise<OpenedCredentials> {
  const { settings, repository, environment, http, report, clock } = context;
  const redactor = new Redactor();
  const mask = (token: Secret): void => context.mask?.(token.reveal());
  const variable = (name: string): string | undefined => environment[name];
  const mode = settings.choice("trustedPublishing", ["automatic", "always", "never"]);
  const password = settings.text("password");
  const wantsIdentity = settings.isOn("attest") || mode === "always";
  const mayTrust = mode === "automatic" && repository.server.trustedPublishing;
  const ports: IdentityPorts = {
    http,
    variable,
    run: (command) => runForToken(command, environment),
    productName: readProductName,
  };
  const provider = wantsIdentity || mayTrust ? await findIdentityProvider(ports) : undefined;
  const useKeyring = settings.choice("keyring", ["disabled", "subprocess"]) === "subprocess";
  const mayAsk = context.ask !== undefined && !settings.isOn("nonInteractive");
  const credentials = new CredentialChain({
    username: settings.text("username"),
    password: password === undefined ? undefined : new Secret(password),
    repository,
    variable,
    keyring: useKeyring ? (service, username) => askKeyring(service, username, environment) : undefined,
    trustedPublishing: mode,
    trustedTokens:
      provider === undefined || mode === "never"
        ? undefined
        : new MintedTokens(repository.url, { http, clock, provider, redactor, mask, report }),
    ask: mayAsk ? context.ask : undefined,
    redactor,
    report,
  });
  return { credentials, redactor, provider };
}

/** What Google's machines are known by; other systems have no such file. */
async function readProductName(): Promise<string | undefined> {
  return readFile("/sys/class/dmi/id/product_name", "utf8").catch(() => undefined);
}
