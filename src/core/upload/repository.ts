/** Which index is meant: by name or URL, from options, variables or `.pypirc`. */
import { type Finding, PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { findServer, type UploadServer } from "./index/servers.ts";
import type { Pypirc } from "./sign-in/pypirc.ts";
import { Secret } from "./sign-in/secret.ts";

export interface Repository {
  /** Without user and password. */
  readonly url: string;
  readonly server: UploadServer;
  /** From the URL or `.pypirc`, in this order. */
  readonly username: string | undefined;
  readonly password: Secret | undefined;
  readonly caCert: string | undefined;
  readonly clientCert: string | undefined;
  readonly findings: readonly Finding[];
}

/** Known without `.pypirc`. */
const BUILT_IN: Readonly<Record<string, string>> = {
  pypi: "https://upload.pypi.org/legacy/",
  testpypi: "https://test.pypi.org/legacy/",
};

export interface RepositoryWish {
  readonly name: string | undefined;
  readonly url: string | undefined;
}

/**
 * @param pypirc Undefined when there is no such file.
 * @throws {PackwheelError} `UPLOAD_REPOSITORY_UNKNOWN`, `UPLOAD_URL_INVALID`
 */
export function findRepository(wish: RepositoryWish, pypirc: Pypirc | undefined): Repository {
  if (wish.url !== undefined) return describeRepository(wish.url, {});
  const name = wish.name ?? "pypi";
  const configured = pypirc?.repositories.get(name);
  const builtIn = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
  const url = configured?.url ?? builtIn;
  if (url !== undefined) return describeRepository(url, configured ?? {});
  if (configured !== undefined) {
    throw new PackwheelError("UPLOAD_REPOSITORY_UNKNOWN", `Cannot upload to ${quote(name)}: its section has no URL`, {
      hint: `Add "repository = https://…" to [${name}] of .pypirc`,
    });
  }
  const known = [...new Set([...Object.keys(BUILT_IN), ...(pypirc?.repositories.keys() ?? [])])];
  const looksLikeUrl = /^https?:/.test(name);
  throw new PackwheelError("UPLOAD_REPOSITORY_UNKNOWN", `Cannot find the repository ${quote(name)}`, {
    hint: looksLikeUrl ? "Give URLs with --repository-url" : `Known are ${known.join(", ")}; others need .pypirc`,
  });
}

type Configured = Partial<Pick<Repository, "username" | "password" | "caCert" | "clientCert">>;

function describeRepository(text: string, configured: Configured): Repository {
  const findings: Finding[] = [];
  const url = parseUrl(text);
  const username = url.username === "" ? configured.username : decodeURIComponent(url.username);
  const password = url.password === "" ? configured.password : new Secret(decodeURIComponent(url.password));
  url.username = "";
  url.password = "";
  url.hash = "";
  if (url.protocol === "http:" && /(?:^|\.)pypi\.org$/.test(url.hostname)) url.protocol = "https:";
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    const message = `Upload URL ${url.href} is not encrypted: anybody in between can read the password`;
    findings.push({ code: "UPLOAD_URL_UNENCRYPTED", severity: "warning", message, hint: "Write https://" });
  }
  const { caCert, clientCert } = configured;
  return { url: url.href, server: findServer(url.href), username, password, caCert, clientCert, findings };
}

/** A URL may hold a password, so no message shows it. */
function parseUrl(text: string): URL {
  let url: URL | undefined;
  try {
    url = new URL(text.trim());
  } catch {
    // Told below.
  }
  if (url !== undefined && (url.protocol === "https:" || url.protocol === "http:")) return url;
  const problem = text.trim() === "" ? "it is empty" : "it is no https:// URL";
  throw new PackwheelError("UPLOAD_URL_INVALID", `Cannot use the repository URL: ${problem}`, {
    hint: "Write the upload URL of the index, as in https://upload.pypi.org/legacy/",
  });
}

export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
