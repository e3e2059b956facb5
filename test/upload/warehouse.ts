/**
 * An index for tests: a real HTTP or HTTPS server that takes uploads by PyPI's rules, shows them in the Simple API,
 * mints tokens for identities, and misbehaves when it is told to.
 */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createSecureServer } from "node:http2";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createBLAKE2b } from "hash-wasm";
import { type FormPart, readMultipart } from "./multipart-reader.ts";
import { type Identity, judgeUpload, normalize, type StoredFile } from "./warehouse-rules.ts";

/** What goes wrong with one upload request; taken from the front of `faults`, one a request. */
export type Fault =
  /** Nothing. */
  | { readonly kind: "none" }
  /** The connection breaks after this many bytes of the body. */
  | { readonly kind: "reset-mid-body"; readonly after: number }
  /** The file is stored, or not, and the connection breaks before an answer. */
  | { readonly kind: "reset"; readonly stores: boolean }
  | { readonly kind: "hang"; readonly stores: boolean }
  /** Reads no more of the body after this many bytes. */
  | { readonly kind: "stall"; readonly after: number }
  /** Answers late. */
  | { readonly kind: "slow"; readonly milliseconds: number }
  /** Says 200, and breaks the connection within the body of the answer. */
  | { readonly kind: "cut-answer"; readonly stores: boolean }
  /** An answer of the test's own. */
  | {
      readonly kind: "answer";
      readonly stores?: boolean;
      readonly status: number;
      readonly reason?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** 400, with all headers of the request in the message. */
  | { readonly kind: "echo" }
  /** As if bytes had changed on their way. */
  | { readonly kind: "wrong-digest" };

export interface SeenUpload {
  readonly headers: IncomingMessage["headers"];
  readonly parts: readonly FormPart[];
  readonly httpVersion: string;
  readonly path: string;
}

export interface WarehouseOptions {
  readonly tls?: { readonly key: string; readonly cert: string; readonly clientAuthority?: string } | undefined;
  readonly http2?: boolean | undefined;
}

export class Warehouse {
  readonly files: Map<string, StoredFile> = new Map();
  readonly deletedNames: Set<string> = new Set();
  readonly faults: Fault[] = [];
  /** Uploads whose form was read whole. */
  readonly seen: SeenUpload[] = [];
  /** Method and path of every request. */
  readonly requests: string[] = [];
  /** Paths of the index that were asked with credentials. */
  readonly signedQuestions: string[] = [];
  readonly tokens: Map<string, Identity> = new Map();
  /** JSON Web Token -> whom it stands for; others are refused. */
  readonly publishers: Map<string, Identity> = new Map();
  readonly minted: string[] = [];
  isReadOnly = false;
  maxFileSize: number = 100 * 2 ** 20;
  /** Of the minted tokens, in seconds. */
  tokenLifetime = 900;
  mintRefusal: { readonly code: string; readonly description: string } | undefined;
  /** The index shows a file only after it was asked so often. */
  indexLag = 0;
  indexFault: { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | undefined;
  /** The index takes questions and answers none. */
  indexHangs = false;
  /** Simple API as JSON, too. */
  speaksJson = true;
  /** Wrong hashes in the Simple API. */
  liesAboutHashes = false;
  warnings = "";
  isOpenToAll = false;
  now: () => number = Date.now;
  /** Uploads that are being worked on at the same time, at most. */
  busiest = 0;
  #busy = 0;
  readonly #server: ReturnType<typeof createHttpServer> | ReturnType<typeof createSecureServer>;
  readonly #sockets = new Set<{ destroy(): void }>();
  #blake2b256: (bytes: Buffer) => string = () => "";
  #scheme: "http" | "https" = "http";

  private constructor({ tls, http2 }: WarehouseOptions) {
    const handle = (request: IncomingMessage, response: ServerResponse): void => {
      this.#handle(request, response).catch((error) => {
        process.stderr.write(`warehouse: ${error instanceof Error ? error.stack : String(error)}\n`);
        response.destroy();
      });
    };
    if (tls === undefined) this.#server = createHttpServer(handle);
    else {
      this.#scheme = "https";
      const client = tls.clientAuthority;
      const options = {
        key: tls.key,
        cert: tls.cert,
        ...(client === undefined ? {} : { ca: client, requestCert: true, rejectUnauthorized: true }),
      };
      this.#server = http2
        ? createSecureServer({ ...options, allowHTTP1: true }, handle as never)
        : createHttpsServer(options, handle);
    }
    this.#server.on(tls === undefined ? "connection" : "secureConnection", (socket: { destroy(): void }) => {
      this.#sockets.add(socket);
    });
  }

  static async start(options: WarehouseOptions = {}): Promise<Warehouse> {
    const warehouse = new Warehouse(options);
    const blake2b = await createBLAKE2b(256);
    warehouse.#blake2b256 = (bytes) => blake2b.init().update(bytes).digest("hex");
    await new Promise<void>((done) => warehouse.#server.listen(0, "127.0.0.1", done));
    return warehouse;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  get origin(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#scheme}://127.0.0.1:${port}`;
  }

  get uploadUrl(): string {
    return `${this.origin}/legacy/`;
  }

  get simpleUrl(): string {
    return `${this.origin}/simple/`;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", this.origin);
    this.requests.push(`${request.method} ${pathname}`);
    if (request.method === "POST" && (pathname === "/legacy/" || pathname === "/moved/")) {
      return this.#takeUpload(request, response);
    }
    if (pathname.startsWith("/simple/") && request.method === "GET")
      return this.#showProject(request, response, pathname);
    const body = await readBody(request);
    if (request.method === "POST" && pathname === "/legacy") {
      const text = "An upload was attempted to /legacy but the expected upload URL is /legacy/ (with a trailing slash)";
      return answer(response, 308, text, { location: "/legacy/" });
    }
    if (pathname === "/_/oidc/audience") return json(response, 200, { audience: "pypi" });
    if (pathname === "/_/oidc/mint-token") return this.#mint(body, response);
    if (pathname.startsWith("/simple") && request.method === "POST") return answer(response, 405, "Method Not Allowed");
    return answer(response, 404, "Not Found");
  }

  async #takeUpload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#busy += 1;
    this.busiest = Math.max(this.busiest, this.#busy);
    try {
      await this.#answerUpload(request, response, this.faults.shift() ?? { kind: "none" });
    } finally {
      this.#busy -= 1;
    }
  }

  async #answerUpload(request: IncomingMessage, response: ServerResponse, fault: Fault): Promise<void> {
    if (fault.kind === "reset-mid-body" || fault.kind === "stall") {
      let size = 0;
      for await (const bytes of request.iterator({ destroyOnReturn: false })) {
        size += bytes.length;
        if (size >= fault.after) break;
      }
      if (fault.kind === "reset-mid-body") request.socket.destroy();
      else request.pause();
      return;
    }
    const body = await readBody(request);
    if (fault.kind === "answer" && fault.stores !== true) {
      return answer(response, fault.status, fault.reason ?? "", fault.headers, fault.body);
    }
    if (fault.kind === "echo") return answer(response, 400, `Bad headers: ${JSON.stringify(request.headers)}`);
    if (fault.kind === "wrong-digest") {
      return answer(response, 400, "The digest supplied does not match a digest calculated from the uploaded file.");
    }
    if ((fault.kind === "reset" || fault.kind === "hang" || fault.kind === "cut-answer") && !fault.stores) {
      return misbehave(fault.kind, request, response);
    }
    const parts = readMultipart(body, request.headers["content-type"] ?? "");
    const { headers, httpVersion } = request;
    this.seen.push({ headers, parts, httpVersion, path: request.url ?? "" });
    const verdict = judgeUpload(parts, this.#identify(request.headers.authorization), {
      files: this.files,
      deletedNames: this.deletedNames,
      isReadOnly: this.isReadOnly,
      maxFileSize: this.maxFileSize,
      now: new Date(this.now()),
      blake2b256: this.#blake2b256,
    });
    if (fault.kind === "slow") await new Promise((done) => setTimeout(done, fault.milliseconds));
    if (verdict.kind === "store") this.files.set(verdict.file.filename, verdict.file);
    if (fault.kind === "reset" || fault.kind === "hang" || fault.kind === "cut-answer") {
      return misbehave(fault.kind, request, response);
    }
    if (fault.kind === "answer") return answer(response, fault.status, fault.reason ?? "", fault.headers, fault.body);
    if (verdict.kind === "refuse") return this.#refuse(request, response, verdict.status, verdict.message);
    return answer(response, 200, "OK", {}, this.warnings);
  }

  /** PyPI: the message in the reason phrase and in the body, which is what `Accept` asks for. */
  async #refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): Promise<void> {
    const title = status === 403 ? "Forbidden" : "Bad Request";
    if (/application\/json/.test(request.headers.accept ?? "")) {
      const body = JSON.stringify({
        message: "The server could not comply with the request",
        code: `${status} ${message}`,
        title,
      });
      return answer(response, status, message, { "content-type": "application/json" }, body);
    }
    const body = `<html>\n <head>\n  <title>${status} ${message}</title>\n </head>\n <body>\n  <h1>${status} ${message}</h1>\n </body>\n</html>`;
    return answer(response, status, message, { "content-type": "text/html; charset=UTF-8" }, body);
  }

  #identify(authorization: string | undefined): Identity | undefined {
    if (this.isOpenToAll) return { name: "anybody", isTrusted: false };
    const [, basic] = /^Basic (.+)$/.exec(authorization ?? "") ?? [];
    const [user, ...rest] = Buffer.from(basic ?? "", "base64")
      .toString("utf8")
      .split(":");
    const identity =
      this.tokens.get(`${user}:${rest.join(":")}`) ??
      (user === "__token__" ? this.tokens.get(rest.join(":")) : undefined);
    if (identity === undefined) return undefined;
    const expires = /-expires-(\d+)$/.exec(rest.join(":"))?.[1];
    return expires !== undefined && this.now() / 1000 > Number(expires) ? undefined : identity;
  }

  async #mint(body: Buffer, response: ServerResponse): Promise<void> {
    const { token } = JSON.parse(body.toString("utf8"));
    const refuse = async (code: string, description: string): Promise<void> => {
      json(response, 422, { message: "Token request failed", errors: [{ code, description }] });
    };
    if (this.mintRefusal !== undefined) return refuse(this.mintRefusal.code, this.mintRefusal.description);
    const identity = this.publishers.get(token);
    if (identity === undefined) return refuse("invalid-publisher", "valid token, but no corresponding publisher");
    if (this.minted.includes(token)) return refuse("invalid-reuse-token", "invalid token: already used");
    this.minted.push(token);
    const expires = Math.floor(this.now() / 1000) + this.tokenLifetime;
    const made = `pypi-minted-${this.minted.length}-expires-${expires}`;
    this.tokens.set(made, identity);
    json(response, 200, { success: true, token: made, expires });
  }

  async #showProject(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    if (request.headers.authorization !== undefined) this.signedQuestions.push(pathname);
    const name = pathname.split("/")[2] ?? "";
    if (this.indexHangs) return;
    if (this.indexFault !== undefined) return answer(response, this.indexFault.status, "", this.indexFault.headers);
    if (name !== normalize(name) || !pathname.endsWith("/")) {
      return answer(response, 301, "", { location: `/simple/${normalize(name)}/` });
    }
    if (this.indexLag > 0) this.indexLag -= 1;
    const isHidden = this.indexLag > 0;
    const files = [...this.files.values()].filter(({ project }) => project === name && !isHidden);
    if (files.length === 0) return answer(response, 404, "Not Found");
    const hash = ({ sha256 }: StoredFile): string => (this.liesAboutHashes ? "0".repeat(64) : sha256);
    if (this.speaksJson && /simple\.v1\+json/.test(request.headers.accept ?? "")) {
      const body = JSON.stringify({
        meta: { "api-version": "1.4" },
        name,
        versions: [...new Set(files.map(({ version }) => version))],
        files: files.map((file) => ({
          filename: file.filename,
          url: `/files/${file.filename}`,
          hashes: { sha256: hash(file) },
          size: file.content.length,
          "upload-time": file.uploadTime.toISOString(),
        })),
      });
      return answer(response, 200, "OK", { "content-type": "application/vnd.pypi.simple.v1+json" }, body);
    }
    const links = files.map(
      (file) => `<a href="/files/${file.filename}#sha256=${hash(file)}">${file.filename}</a><br/>`,
    );
    const page = `<!DOCTYPE html>\n<html><head><title>Links for ${name}</title></head><body>\n${links.join("\n")}\n</body></html>`;
    return answer(response, 200, "OK", { "content-type": "text/html; charset=utf-8" }, page);
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const bytes of request) pieces.push(bytes);
  return Buffer.concat(pieces);
}

function misbehave(kind: "reset" | "hang" | "cut-answer", request: IncomingMessage, response: ServerResponse): void {
  if (kind === "reset") request.socket.destroy();
  if (kind !== "cut-answer") return;
  response.writeHead(200, { "content-type": "text/plain", "content-length": "1000" });
  response.write("Warn");
  setTimeout(() => request.socket.destroy(), 20);
}

function answer(
  response: ServerResponse,
  status: number,
  reason: string,
  headers: Readonly<Record<string, string>> = {},
  body = "",
): void {
  const all = { "content-type": "text/plain", ...headers };
  // HTTP/2 has no reason phrases.
  if (response.req.httpVersion === "2.0") response.writeHead(status, all);
  else response.writeHead(status, reason.replace(/[\r\n]/g, " "), all);
  response.end(body);
}

function json(response: ServerResponse, status: number, value: object): void {
  answer(response, status, "", { "content-type": "application/json" }, JSON.stringify(value));
}
