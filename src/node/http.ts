/** HTTP by undici: time limits, proxies, certificates, HTTP/1.1 and HTTP/2. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type * as Undici from "undici";
import type { Dispatcher } from "undici";
import { PackwheelError } from "../core/errors.ts";
import type { Http } from "../core/ports/http.ts";
import { sendRequest } from "./http/exchange.ts";

export interface NodeHttpOptions {
  /** Milliseconds for a connection. */
  readonly connectTimeout: number;
  /** Milliseconds in which nothing moves. */
  readonly idleTimeout: number;
  /** Milliseconds for one request with its answer. */
  readonly totalTimeout: number;
  /** PEM file of authorities that are trusted instead of Node's own. */
  readonly certificateFile?: string | undefined;
  /** PEM file with certificate and private key. */
  readonly clientCertificateFile?: string | undefined;
  /** Verify no certificate. */
  readonly isInsecure?: boolean | undefined;
  readonly http2?: boolean | undefined;
  /** For `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface NodeHttp extends Http {
  close(): Promise<void>;
}

/** @throws {PackwheelError} `HTTP_BAD_CERTIFICATE_FILE`, `UPLOAD_SETTING_INVALID` for a proxy that is no URL */
export async function openHttp(options: NodeHttpOptions): Promise<NodeHttp> {
  const dispatcher = await makeDispatcher(options);
  return {
    send: (request) => sendRequest(request, dispatcher, options),
    close: () => dispatcher.destroy(),
  };
}

async function makeDispatcher(options: NodeHttpOptions): Promise<Dispatcher> {
  const { environment, connectTimeout, certificateFile, clientCertificateFile } = options;
  const ca = certificateFile === undefined ? undefined : await readPem(certificateFile, "CERTIFICATE");
  const client = clientCertificateFile === undefined ? undefined : await readPem(clientCertificateFile, "PRIVATE KEY");
  const tls = {
    timeout: connectTimeout,
    ...(ca === undefined ? {} : { ca }),
    ...(client === undefined ? {} : { cert: client, key: client }),
    ...(options.isInsecure === true ? { rejectUnauthorized: false } : {}),
  };
  // Limits of our own, which know of both directions.
  const common = { connect: tls, allowH2: options.http2 === true, headersTimeout: 0, bodyTimeout: 0 };
  // The lower-case names first, as curl has it.
  const variable = (name: string): string => environment[name.toLowerCase()] || environment[name] || "";
  const [httpProxy, httpsProxy] = [variable("HTTP_PROXY"), variable("HTTPS_PROXY")];
  if (httpProxy === "" && httpsProxy === "") return new (loadAgent())(common);
  try {
    return new (loadUndici().EnvHttpProxyAgent)({
      ...common,
      httpProxy,
      httpsProxy,
      noProxy: variable("NO_PROXY"),
      requestTls: tls,
      proxyTls: { timeout: connectTimeout, ...(ca === undefined ? {} : { ca }) },
    });
  } catch (cause) {
    // The text of the error could be the URL, which may hold a password.
    throw new PackwheelError("UPLOAD_SETTING_INVALID", "Cannot use the proxy of HTTP_PROXY or HTTPS_PROXY: no URL", {
      hint: "Write it as http://proxy.example:3128",
      ...(cause instanceof TypeError ? {} : { cause }),
    });
  }
}

const load = createRequire(import.meta.url);

function loadUndici(): typeof Undici {
  return load("undici");
}

/** The whole of undici has fetch, WebSocket, caches and mocks, and takes twice as long to load as what is used here. */
function loadAgent(): typeof Undici.Agent {
  try {
    return load("undici/lib/dispatcher/agent.js");
  } catch {
    return loadUndici().Agent; // a version that has it elsewhere
  }
}

async function readPem(path: string, block: string): Promise<string> {
  let problem = `it holds no ${block.toLowerCase()}`;
  try {
    const text = await readFile(path, "utf8");
    if (new RegExp(`-----BEGIN [A-Z ]*${block}-----`).test(text)) return text;
  } catch (error) {
    problem =
      error instanceof Error && "code" in error && error.code === "ENOENT" ? "there is no such file" : "unreadable";
  }
  throw new PackwheelError("HTTP_BAD_CERTIFICATE_FILE", `Cannot use the certificate file "${path}": ${problem}`, {
    path,
  });
}
