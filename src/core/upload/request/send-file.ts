/** One request that carries one file, and what the index answers. */
import { concatBytes } from "../../bytes/concat.ts";
import type { Http, HttpBody } from "../../ports/http.ts";
import { redirectTarget } from "../index/ask-index.ts";
import type { UploadServer } from "../index/servers.ts";
import type { Secret } from "../sign-in/secret.ts";
import { readUploadAnswer, type UploadAnswer } from "./answer.ts";
import { type FormField, type FormFile, multipartBoundary, multipartFrame } from "./form.ts";
import { sendForMessage } from "./read-answer.ts";
import { USER_AGENT } from "./user-agent.ts";

export interface FileToSend extends FormFile {
  readonly fields: readonly FormField[];
  /** What `open` gives, when it is in memory. */
  readonly bytes?: Uint8Array | undefined;
  open(): AsyncIterable<Uint8Array>;
}

export interface SendOptions {
  readonly url: string;
  readonly server: UploadServer;
  readonly authorization: Secret | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Bytes of the body that are on their way. */
  readonly onSent?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** JSON has PyPI's whole message, also with HTTP/2, which has no reason phrases. */
const ACCEPT = "application/json;q=0.9, text/plain;q=0.8, text/html;q=0.7";
const MAX_REDIRECTS = 3;

/** @throws {PackwheelError} What `Http.send` throws */
export async function sendFile(http: Http, file: FileToSend, options: SendOptions): Promise<UploadAnswer> {
  const frame = multipartFrame(file.fields, file, multipartBoundary(file.fields, file));
  const body: HttpBody = {
    length: frame.length,
    open: () => framed(frame.head, file.open(), frame.tail),
    bytes: file.bytes === undefined ? undefined : concatBytes([frame.head, file.bytes, frame.tail]),
  };
  let { url } = options;
  for (let redirects = 0; ; redirects++) {
    const answer = await sendForMessage(http, {
      method: "POST",
      url,
      headers: { accept: ACCEPT, "user-agent": USER_AGENT, "content-type": frame.contentType },
      authorization: options.authorization,
      body,
      onSent: options.onSent,
      signal: options.signal,
    });
    const target = redirectTarget(answer.status, answer.headers["location"], url);
    if (target === undefined) return readUploadAnswer(answer, options.server, options.now);
    const refusal = redirects === MAX_REDIRECTS ? "redirects without end" : redirectFault(answer.status, url, target);
    if (refusal !== undefined) {
      const message = `${answer.status} ${refusal}`;
      return { kind: "wrong-url", code: "UPLOAD_REDIRECTED", message, hint: redirectHint(url, target) };
    }
    url = target;
  }
}

async function* framed(
  head: Uint8Array,
  content: AsyncIterable<Uint8Array>,
  tail: Uint8Array,
): AsyncGenerator<Uint8Array> {
  yield head;
  yield* content;
  yield tail;
}

/** Why a redirect is not followed. Credentials and file go to the origin that the user named, and to no other. */
function redirectFault(status: number, from: string, to: string): string | undefined {
  if (new URL(from).origin !== new URL(to).origin) return `redirects to another server, ${new URL(to).origin}`;
  // Only 307 and 308 ask for the same request; but there is no mistaking what a missing slash means.
  if (status === 307 || status === 308 || to === `${from}/`) return undefined;
  return `redirects to ${to}`;
}

function redirectHint(from: string, to: string): string {
  const [source, target] = [new URL(from), new URL(to)];
  if (source.protocol === "http:" && target.protocol === "https:" && source.hostname === target.hostname) {
    return "Write the repository URL with https://";
  }
  return `If you trust it, give --repository-url ${target.origin}${target.pathname}`;
}
