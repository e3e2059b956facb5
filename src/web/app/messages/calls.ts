/** What the page asks its workers, and how an answer comes back: any number of events, then one result or failure. */
import type { Failure } from "./failure.ts";

/** The calls of one worker: what goes in, what is told meanwhile, what comes out. */
export type Calls = Readonly<
  Record<string, { readonly input: unknown; readonly event: unknown; readonly result: unknown }>
>;

export type Question =
  | { readonly id: number; readonly call: string; readonly input: unknown }
  | { readonly id: number; readonly stop: true };

export type Answer =
  | { readonly id: number; readonly event: unknown }
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: Failure };
