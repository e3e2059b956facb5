/**
 * Everything that an upload can be told: its name as an option, its environment variables in order of precedence, and
 * what it means. The command line and the documentation are made from this table, so that every option has its twin.
 */
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";

export interface SettingSpec {
  /** `-r, --repository <name>`; without `<…>` a switch. */
  readonly flags: string;
  /** The first that is set counts. */
  readonly variables: readonly string[];
  readonly description: string;
}

export type SettingName =
  | "repository"
  | "repositoryUrl"
  | "checkUrl"
  | "skipExisting"
  | "username"
  | "password"
  | "configFile"
  | "keyring"
  | "nonInteractive"
  | "trustedPublishing"
  | "attestations"
  | "attest"
  | "comment"
  | "noCheck"
  | "dryRun"
  | "concurrency"
  | "retries"
  | "connectTimeout"
  | "idleTimeout"
  | "totalTimeout"
  | "cert"
  | "clientCert"
  | "insecure"
  | "http2"
  | "journal";

export const UPLOAD_SETTINGS: Readonly<Record<SettingName, SettingSpec>> = {
  repository: {
    flags: "-r, --repository <name>",
    variables: ["PACKWHEEL_REPOSITORY", "TWINE_REPOSITORY"],
    description: "Where to upload: pypi (default), testpypi, or a section of .pypirc",
  },
  repositoryUrl: {
    flags: "--repository-url <url>",
    variables: ["PACKWHEEL_REPOSITORY_URL", "TWINE_REPOSITORY_URL"],
    description: "Upload URL; .pypirc is not read then",
  },
  checkUrl: {
    flags: "--check-url <url>",
    variables: ["PACKWHEEL_CHECK_URL"],
    description:
      "Simple API of the index (auto: the one that belongs to the upload URL), asked before each file: an equal file " +
      "is skipped, another of the same name fails",
  },
  skipExisting: {
    flags: "--skip-existing",
    variables: ["PACKWHEEL_SKIP_EXISTING", "TWINE_SKIP_EXISTING"],
    description: "Go on when the index says that a file exists, whatever its content; --check-url is safer",
  },
  username: {
    flags: "-u, --username <name>",
    variables: ["PACKWHEEL_USERNAME", "TWINE_USERNAME"],
    description: "User name (default: __token__ where the index takes tokens)",
  },
  password: {
    flags: "-p, --password <password>",
    variables: ["PACKWHEEL_PASSWORD", "PACKWHEEL_TOKEN", "TWINE_PASSWORD"],
    description: "Password or API token; the variable keeps it out of the shell's history",
  },
  configFile: {
    flags: "--config-file <file>",
    variables: ["PACKWHEEL_CONFIG_FILE", "TWINE_CONFIG_FILE"],
    description: "Configuration instead of ~/.pypirc",
  },
  keyring: {
    flags: "--keyring <mode>",
    variables: ["PACKWHEEL_KEYRING"],
    description: "subprocess asks the `keyring` command for the password; disabled is the default",
  },
  nonInteractive: {
    flags: "--non-interactive",
    variables: ["PACKWHEEL_NON_INTERACTIVE", "TWINE_NON_INTERACTIVE"],
    description: "Never ask at the terminal",
  },
  trustedPublishing: {
    flags: "--trusted-publishing <mode>",
    variables: ["PACKWHEEL_TRUSTED_PUBLISHING"],
    description: "automatic (default: when there are no credentials), always or never",
  },
  attestations: {
    flags: "--attestations",
    variables: ["PACKWHEEL_ATTESTATIONS", "TWINE_ATTESTATIONS"],
    description: "Upload the FILE.*.attestation that lie beside the files",
  },
  attest: {
    flags: "--attest",
    variables: ["PACKWHEEL_ATTEST"],
    description: "Make publish attestations in this run with the sigstore package, where CI gives an identity",
  },
  comment: {
    flags: "-c, --comment <text>",
    variables: ["PACKWHEEL_COMMENT", "TWINE_COMMENT"],
    description: "Comment to the upload",
  },
  noCheck: {
    flags: "--no-check",
    variables: ["PACKWHEEL_NO_CHECK"],
    description: "Send without checking the files first",
  },
  dryRun: {
    flags: "--dry-run",
    variables: ["PACKWHEEL_DRY_RUN"],
    description: "Show what would be sent and what the index has already; send nothing",
  },
  concurrency: {
    flags: "--concurrency <number>",
    variables: ["PACKWHEEL_CONCURRENCY"],
    description: "Files at the same time (default: 4); the first of a project always goes alone",
  },
  retries: {
    flags: "--retries <number>",
    variables: ["PACKWHEEL_RETRIES"],
    description: "How often a file is sent again after a failure (default: 5)",
  },
  connectTimeout: {
    flags: "--connect-timeout <seconds>",
    variables: ["PACKWHEEL_CONNECT_TIMEOUT"],
    description: "Time for a connection (default: 15)",
  },
  idleTimeout: {
    flags: "--idle-timeout <seconds>",
    variables: ["PACKWHEEL_IDLE_TIMEOUT"],
    description: "Time in which nothing moves, neither out nor in (default: 300)",
  },
  totalTimeout: {
    flags: "--total-timeout <seconds>",
    variables: ["PACKWHEEL_TOTAL_TIMEOUT"],
    description: "Time for one request (default: 3600)",
  },
  cert: {
    flags: "--cert <file>",
    variables: ["PACKWHEEL_CERT", "TWINE_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"],
    description: "PEM file of certificate authorities to trust (also: NODE_EXTRA_CA_CERTS)",
  },
  clientCert: {
    flags: "--client-cert <file>",
    variables: ["PACKWHEEL_CLIENT_CERT", "TWINE_CLIENT_CERT"],
    description: "PEM file with the client's certificate and its private key",
  },
  insecure: {
    flags: "--insecure",
    variables: ["PACKWHEEL_INSECURE"],
    description: "Do not verify the server's certificate: anybody in between can read the password",
  },
  http2: {
    flags: "--http2",
    variables: ["PACKWHEEL_HTTP2"],
    description: "Speak HTTP/2 with servers that offer it",
  },
  journal: {
    flags: "--journal <file>",
    variables: ["PACKWHEEL_JOURNAL"],
    description:
      "Where an interrupted run leaves what is up (default: .packwheel-upload.jsonl beside the first file); none keeps none",
  },
};

/** A value and where it comes from, for messages: `--retries`, `PACKWHEEL_RETRIES`. */
export interface Setting {
  readonly value: string;
  readonly origin: string;
}

/** Settings as options and variables give them; options win, and an empty variable is none. */
export class UploadSettings {
  readonly #options: Readonly<Record<string, string | boolean | undefined>>;
  readonly #variable: (name: string) => string | undefined;

  /** @param options By setting name: text, or `true` for a switch. */
  constructor(
    options: Readonly<Record<string, string | boolean | undefined>>,
    variable: (name: string) => string | undefined,
  ) {
    this.#options = options;
    this.#variable = variable;
  }

  find(name: SettingName): Setting | undefined {
    const spec = UPLOAD_SETTINGS[name];
    const option = this.#options[name];
    if (typeof option === "string") return { value: option, origin: /--[\w-]+/.exec(spec.flags)?.[0] ?? name };
    if (option !== undefined) return { value: String(option), origin: /--[\w-]+/.exec(spec.flags)?.[0] ?? name };
    for (const variable of spec.variables) {
      const value = this.#variable(variable);
      if (value !== undefined && value !== "") return { value, origin: variable };
    }
    return undefined;
  }

  text(name: SettingName): string | undefined {
    return this.find(name)?.value;
  }

  /** @throws {PackwheelError} `UPLOAD_SETTING_INVALID` */
  isOn(name: SettingName): boolean {
    const found = this.find(name);
    if (found === undefined) return false;
    if (/^(?:1|true|yes|on)$/i.test(found.value)) return true;
    if (/^(?:0|false|no|off)$/i.test(found.value)) return false;
    throw invalid(found, "true or false");
  }

  /** @throws {PackwheelError} `UPLOAD_SETTING_INVALID` */
  number(name: SettingName, fallback: number, least: number, most: number): number {
    const found = this.find(name);
    if (found === undefined) return fallback;
    const value = Number(found.value);
    if (/^\d+$/.test(found.value) && value >= least && value <= most) return value;
    throw invalid(found, `a number from ${least} to ${most}`);
  }

  /** @throws {PackwheelError} `UPLOAD_SETTING_INVALID` */
  choice<Choice extends string>(name: SettingName, choices: readonly [Choice, ...Choice[]]): Choice {
    const found = this.find(name);
    if (found === undefined) return choices[0];
    const chosen = choices.find((choice) => choice === found.value);
    if (chosen !== undefined) return chosen;
    throw invalid(found, `one of ${choices.join(", ")}`);
  }
}

function invalid({ value, origin }: Setting, needs: string): PackwheelError {
  return new PackwheelError("UPLOAD_SETTING_INVALID", `Cannot use ${origin} ${quote(value)}: it needs ${needs}`);
}
