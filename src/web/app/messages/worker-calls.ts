/** The page's end of a worker: each call is a promise. The worker starts with the first call. */
import type { Answer, Calls, Question } from "./calls.ts";
import { errorOf } from "./failure.ts";

export interface CallOptions<Event> {
  readonly onEvent?: ((event: Event) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

interface OpenCall {
  readonly onEvent: ((event: unknown) => void) | undefined;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

export class WorkerCalls<Of extends Calls> {
  readonly #start: () => Worker;
  readonly #open = new Map<number, OpenCall>();
  #worker: Worker | undefined;
  #nextId = 0;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** @throws {PackwheelError} and whatever else the worker fails with; `AbortError` after a stop. */
  call<Name extends keyof Of & string>(
    name: Name,
    input: Of[Name]["input"],
    { onEvent, signal }: CallOptions<Of[Name]["event"]> = {},
  ): Promise<Of[Name]["result"]> {
    const id = this.#nextId++;
    const worker = this.#running();
    const stop = (): void => this.#post(worker, { id, stop: true });
    const answered = new Promise<Of[Name]["result"]>((resolve, reject) => {
      this.#open.set(id, { onEvent: onEvent as OpenCall["onEvent"], resolve, reject }); // events are of this call
      this.#post(worker, { id, call: name, input });
      signal?.addEventListener("abort", stop, { once: true });
    });
    return answered.finally(() => signal?.removeEventListener("abort", stop));
  }

  /** End the worker, whatever it does. Open calls fail with an `AbortError`; the next call starts another worker. */
  end(): void {
    this.#worker?.terminate();
    this.#fail(new DOMException("Stopped", "AbortError"));
  }

  #post(worker: Worker, question: Question): void {
    worker.postMessage(question);
  }

  #running(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = this.#start();
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => this.#take(data));
    worker.addEventListener("error", ({ message }) => {
      this.#fail(new Error(message === undefined || message === "" ? "A part of the page cannot be loaded" : message));
    });
    this.#worker = worker;
    return worker;
  }

  #take(answer: Answer): void {
    const call = this.#open.get(answer.id);
    if (call === undefined) return;
    if ("event" in answer) {
      call.onEvent?.(answer.event);
      return;
    }
    this.#open.delete(answer.id);
    if ("result" in answer) call.resolve(answer.result);
    else call.reject(errorOf(answer.failure));
  }

  #fail(error: Error): void {
    this.#worker = undefined;
    const open = [...this.#open.values()];
    this.#open.clear();
    for (const { reject } of open) reject(error);
  }
}
