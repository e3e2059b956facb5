/** HTTP by undici: time limits, proxies, certificates, HTTP/1.1 and HTTP/2. */
import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Dispatcher, EnvHttpProxyAgent, request as sendRequest } from "undici";
import { PackwheelError } from "../core/errors.ts";
import { throwIfAborted } from "../core/ports/abort.ts";
import type { Http, HttpAnswer, HttpRequest } from "../core/ports/http.ts";

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
    send: (request) => send(request, dispatcher, options),
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
  // The lower-case names first, as curl has it.
  const variable = (name: string): string => environment[name.toLowerCase()] || environment[name] || "";
  try {
    return new EnvHttpProxyAgent({
      httpProxy: variable("HTTP_PROXY"),
      httpsProxy: variable("HTTPS_PROXY"),
      noProxy: variable("NO_PROXY"),
      connect: tls,
      requestTls: tls,
      proxyTls: { timeout: connectTimeout, ...(ca === undefined ? {} : { ca }) },
      allowH2: options.http2 === true,
      // Limits of our own, which know of both directions.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  } catch (cause) {
    // The text of the error could be the URL, which may hold a password.
    throw new PackwheelError("UPLOAD_SETTING_INVALID", "Cannot use the proxy of HTTP_PROXY or HTTPS_PROXY: no URL", {
      hint: "Write it as http://proxy.example:3128",
      ...(cause instanceof TypeError ? {} : { cause }),
    });
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

async function send(request: HttpRequest, dispatcher: Dispatcher, options: NodeHttpOptions): Promise<HttpAnswer> {
  throwIfAborted(request.signal);
  const exchange = new Exchange(request, options);
  const authorization = request.authorization?.reveal();
  // undici takes any async iterable, though its types name only some of them.
  const body = request.body === undefined ? null : (exchange.outgoing(request.body.open()) as unknown as Readable);
  try {
    const answer = await sendRequest(request.url, {
      method: request.method,
      headers: {
        ...request.headers,
        ...(authorization === undefined ? {} : { authorization }),
        ...(request.body === undefined ? {} : { "content-length": String(request.body.length) }),
      },
      body,
      dispatcher,
      signal: exchange.signal,
    });
    exchange.moved();
    return {
      status: answer.statusCode,
      reason: answer.statusText ?? "",
      headers: Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), [value ?? ""].flat().join(", ")]),
      ),
      body: exchange.incoming(answer.body),
    };
  } catch (error) {
    exchange.end();
    throw exchange.failure(error);
  }
}

/** One request and its answer, with the watch over both. */
class Exchange {
  readonly #request: HttpRequest;
  readonly #controller = new AbortController();
  readonly #idle: NodeJS.Timeout;
  readonly #total: NodeJS.Timeout;
  readonly #onAbort: () => void;
  #hasBegun = false;

  constructor(request: HttpRequest, { idleTimeout, totalTimeout }: NodeHttpOptions) {
    this.#request = request;
    const stop = (what: string): void => {
      const { host } = new URL(request.url);
      this.#controller.abort(new PackwheelError("HTTP_TIMEOUT", `Cannot finish the request to ${host}: ${what}`));
    };
    this.#idle = setTimeout(() => stop(`nothing moved for ${idleTimeout / 1000} s`), idleTimeout);
    this.#total = setTimeout(() => stop(`it took more than ${totalTimeout / 1000} s`), totalTimeout);
    this.#onAbort = () => this.#controller.abort(request.signal?.reason);
    request.signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  moved(): void {
    this.#idle.refresh();
  }

  end(): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#total);
    this.#request.signal?.removeEventListener("abort", this.#onAbort);
  }

  async *outgoing(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of body) {
      this.#hasBegun = true;
      this.moved();
      yield bytes;
      this.#request.onSent?.(bytes.length);
    }
    this.moved();
  }

  async *incoming(body: AsyncIterable<Uint8Array> & { destroy(): unknown }): AsyncGenerator<Uint8Array> {
    try {
      for await (const bytes of body) {
        this.moved();
        yield bytes;
      }
    } catch (error) {
      throw this.failure(error);
    } finally {
      this.end();
      body.destroy();
    }
  }

  /** Without a byte of its body a request does nothing: then it is certain that it may be sent again. */
  failure(error: unknown): PackwheelError {
    throwIfAborted(this.#request.signal);
    const { host } = new URL(this.#request.url);
    const known = error instanceof PackwheelError ? error : undefined;
    const code = errorCode(error);
    const cannotHaveActed =
      this.#request.body === undefined ? code !== undefined && CONNECT_CODES.test(code) : !this.#hasBegun;
    if (known !== undefined && !(known.code === "HTTP_TIMEOUT" && cannotHaveActed)) return known;
    if (cannotHaveActed) {
      const words = known?.message.replace(/^.*?: /, "") ?? describe(error);
      const hint = hintOf(code);
      return new PackwheelError("HTTP_UNREACHABLE", `Cannot reach ${host}: ${words}`, { cause: error, hint });
    }
    const message = `Cannot finish the request to ${host}: ${describe(error)}`;
    return new PackwheelError("HTTP_INTERRUPTED", message, { cause: error });
  }
}

const CONNECT_CODES =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|ERR_SSL_.*|CERT_.*|SELF_SIGNED.*|DEPTH_ZERO.*|UNABLE_TO.*)$/;

const CERTIFICATE_CODES = /^(?:CERT_.*|SELF_SIGNED.*|DEPTH_ZERO.*|UNABLE_TO.*|ERR_TLS_CERT_.*)$/;

function errorCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof AggregateError && at.errors.length > 0) return errorCode(at.errors[0]);
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return undefined;
}

function describe(error: unknown): string {
  const code = errorCode(error);
  const words = code === undefined ? undefined : WORDS[code];
  if (words !== undefined) return words;
  const message = error instanceof Error ? error.message : String(error);
  return message === "" ? (code ?? "the connection failed") : message;
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing answers there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "its name cannot be looked up now",
  ECONNRESET: "the connection was reset",
  EPIPE: "the connection was closed",
  UND_ERR_SOCKET: "the connection was closed",
  UND_ERR_CONNECT_TIMEOUT: "no connection in time",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by nobody that is trusted",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by nobody that is trusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is signed by nobody that is trusted",
  CERT_HAS_EXPIRED: "its certificate has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
};

function hintOf(code: string | undefined): string | undefined {
  if (code !== undefined && CERTIFICATE_CODES.test(code)) {
    return "Give the authority that signed it with --cert, or set NODE_EXTRA_CA_CERTS";
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "Check the repository URL, the network, and HTTPS_PROXY";
  return undefined;
}
