/** One request and its answer, with the watch over both. */
import type { Dispatcher } from "undici";
import { PackwheelError } from "../../core/errors.ts";
import { throwIfAborted } from "../../core/ports/abort.ts";
import type { HttpAnswer, HttpRequest } from "../../core/ports/http.ts";
import { AnswerBody } from "./answer-body.ts";
import { CONNECT_CODES, describeFailure, errorCode, failureHint, isUntrusted } from "./failure.ts";

export interface TimeLimits {
  /** Milliseconds in which nothing moves. */
  readonly idleTimeout: number;
  /** Milliseconds for one request with its answer. */
  readonly totalTimeout: number;
}

/** As `Http.send`. */
export function sendRequest(request: HttpRequest, dispatcher: Dispatcher, limits: TimeLimits): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    throwIfAborted(request.signal);
    new Exchange(request, limits, resolve, reject).begin(dispatcher);
  });
}

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Driven by undici, whose events these methods are. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #request: HttpRequest;
  readonly #idle: NodeJS.Timeout;
  readonly #total: NodeJS.Timeout;
  readonly #onAbort: () => void;
  readonly #resolve: (answer: HttpAnswer) => void;
  readonly #reject: (error: PackwheelError) => void;
  #hasBegun = false;
  #controller: Dispatcher.DispatchController | undefined;
  #body: AnswerBody | undefined;
  /** Why the exchange was given up. */
  #stopped: Error | undefined;

  constructor(
    request: HttpRequest,
    { idleTimeout, totalTimeout }: TimeLimits,
    resolve: (answer: HttpAnswer) => void,
    reject: (error: PackwheelError) => void,
  ) {
    this.#request = request;
    this.#resolve = resolve;
    this.#reject = reject;
    const late = (what: string): void => {
      const { host } = new URL(request.url);
      this.#stop(new PackwheelError("HTTP_TIMEOUT", `Cannot finish the request to ${host}: ${what}`));
    };
    this.#idle = setTimeout(() => late(`nothing moved for ${idleTimeout / 1000} s`), idleTimeout);
    this.#total = setTimeout(() => late(`it took more than ${totalTimeout / 1000} s`), totalTimeout);
    this.#onAbort = () => this.#stop(new PackwheelError("ABORTED", "Interrupted"));
    request.signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  begin(dispatcher: Dispatcher): void {
    const { url, method, headers, body } = this.#request;
    const { origin, pathname, search } = new URL(url);
    const authorization = this.#request.authorization?.reveal();
    const options = {
      origin,
      path: `${pathname}${search}`,
      method,
      headers: {
        ...headers,
        ...(authorization === undefined ? {} : { authorization }),
        ...(body === undefined ? {} : { "content-length": String(body.length) }),
      },
      // undici takes any async iterable, though its types name only some of them.
      body: (body === undefined ? null : (body.bytes ?? this.#outgoing(body.open()))) as Uint8Array | null,
    };
    dispatcher.dispatch(options, this);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#stopped !== undefined) controller.abort(this.#stopped);
    else if (this.#request.body?.bytes !== undefined) this.#hasBegun = true;
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Headers,
    statusMessage?: string,
  ): void {
    this.#moved();
    if (status < 200) return;
    this.#body = new AnswerBody(controller, () => this.#end());
    const whole = this.#request.body?.bytes;
    if (whole !== undefined) this.#request.onSent?.(whole.length);
    this.#resolve({
      status,
      reason: statusMessage ?? "",
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ""].flat().join(", ")]),
      ),
      body: this.#body,
    });
  }

  onResponseData(_controller: Dispatcher.DispatchController, bytes: Uint8Array): void {
    this.#moved();
    this.#body?.add(bytes);
  }

  onResponseEnd(): void {
    this.#body?.finish();
    this.#end();
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    this.#fail(this.#stopped ?? error);
  }

  #stop(error: PackwheelError): void {
    if (this.#stopped !== undefined) return;
    this.#stopped = error;
    // What waits for a connection is told when its turn comes; nobody waits so long for that.
    if (this.#controller === undefined) this.#fail(error);
    else this.#controller.abort(error);
  }

  #fail(error: unknown): void {
    this.#end();
    const failure = this.#failure(error);
    if (this.#body === undefined) this.#reject(failure);
    else this.#body.fail(failure);
  }

  #moved(): void {
    this.#idle.refresh();
  }

  #end(): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#total);
    this.#request.signal?.removeEventListener("abort", this.#onAbort);
  }

  async *#outgoing(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of body) {
      this.#hasBegun = true;
      this.#moved();
      yield bytes;
      this.#request.onSent?.(bytes.length);
    }
    this.#moved();
  }

  /** Without a byte of its body a request does nothing: then it is certain that it may be sent again. */
  #failure(error: unknown): PackwheelError {
    try {
      throwIfAborted(this.#request.signal);
    } catch (aborted) {
      if (aborted instanceof PackwheelError) return aborted;
    }
    const { host } = new URL(this.#request.url);
    const known = error instanceof PackwheelError ? error : undefined;
    const code = errorCode(error);
    const cannotHaveActed =
      this.#request.body === undefined ? code !== undefined && CONNECT_CODES.test(code) : !this.#hasBegun;
    if (known !== undefined && !(known.code === "HTTP_TIMEOUT" && cannotHaveActed)) return known;
    if (cannotHaveActed) {
      const words = known?.message.replace(/^.*?: /, "") ?? describeFailure(error);
      const hint = failureHint(code);
      const kind = isUntrusted(code) ? "HTTP_UNTRUSTED" : "HTTP_UNREACHABLE";
      return new PackwheelError(kind, `Cannot reach ${host}: ${words}`, { cause: error, hint });
    }
    const message = `Cannot finish the request to ${host}: ${describeFailure(error)}`;
    return new PackwheelError("HTTP_INTERRUPTED", message, { cause: error });
  }
}
