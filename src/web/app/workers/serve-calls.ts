/** A worker's end of the calls: asks its functions, and answers with what they give. */
import type { Answer, Calls, Question } from "../messages/calls.ts";
import { failureOf } from "../messages/failure.ts";

export interface Caller<Event> {
  /** Tell the page how far it is. */
  tell(event: Event): void;
  readonly signal: AbortSignal;
}

export type Servants<Of extends Calls> = {
  readonly [Name in keyof Of]: (
    input: Of[Name]["input"],
    caller: Caller<Of[Name]["event"]>,
  ) => Promise<Of[Name]["result"]>;
};

/** Serve the page that started this worker. */
export function serveCalls<Of extends Calls>(servants: Servants<Of>): void {
  const running = new Map<number, AbortController>();
  const answer = (message: Answer): void => postMessage(message);

  addEventListener("message", async ({ data }: MessageEvent<Question>) => {
    if ("stop" in data) {
      running.get(data.id)?.abort();
      return;
    }
    const { id, call, input } = data;
    const stopper = new AbortController();
    running.set(id, stopper);
    try {
      const serve = servants[call];
      if (serve === undefined) throw new Error(`There is no "${call}" to call`);
      const tell = (event: unknown): void => answer({ id, event });
      answer({ id, result: await serve(input, { tell, signal: stopper.signal }) });
    } catch (error) {
      answer({ id, failure: failureOf(error) });
    } finally {
      running.delete(id);
    }
  });
}
