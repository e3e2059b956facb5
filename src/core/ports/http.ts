/**
 * HTTP as values: one request goes out, one answer comes back. undici sends on Node; tests answer by themselves.
 * A failure tells one thing above all: whether the server may have acted on the request.
 */
import type { Secret } from "../upload/sign-in/secret.ts";

export interface HttpBody {
  /** Bytes that `open` gives, exactly: `Content-Length`. */
  readonly length: number;
  /** From the beginning, each time. */
  open(): AsyncIterable<Uint8Array>;
  /** The same in one piece, when it is in memory: then it is sent at one stroke. */
  readonly bytes?: Uint8Array | undefined;
}

export interface HttpRequest {
  readonly method: "GET" | "POST";
  /** Without user and password. */
  readonly url: string;
  /** Lower-case names; nothing secret. */
  readonly headers: Readonly<Record<string, string>>;
  /** The value of `Authorization`, apart from the headers so that no message can show it. */
  readonly authorization?: Secret | undefined;
  readonly body?: HttpBody | undefined;
  /** Hears of the bytes of the body as they are handed on. */
  readonly onSent?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  /** The reason phrase; empty with HTTP/2. */
  readonly reason: string;
  /** Lower-case names; repeated ones joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
}

export interface Http {
  /**
   * Redirects are answers like others, and whatever the status, it is no failure.
   *
   * @throws {PackwheelError} `HTTP_UNREACHABLE` when nothing of the request can have arrived (no address, no
   *   connection), `HTTP_UNTRUSTED` when nothing was sent since the server's certificate is not trusted; `HTTP_INTERRUPTED` and `HTTP_TIMEOUT` when the server may have acted on it; `ABORTED`
   */
  send(request: HttpRequest): Promise<HttpAnswer>;
}
