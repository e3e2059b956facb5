/** What the page asks the worker that runs Python. */

export interface StartInput {
  /** Where the files of Pyodide are; ends with a slash. */
  readonly pyodide: string;
  /** Installed before any code runs. */
  readonly wheel: File | undefined;
}

export type RunEvent =
  /** What is being done before the code runs. */
  | { readonly kind: "phase"; readonly text: string }
  | { readonly kind: "output"; readonly stream: "out" | "error"; readonly text: string };

export interface StartedPython {
  /** `3.14.2` */
  readonly python: string;
  /** `314.0.7` */
  readonly pyodide: string;
}

export interface RunResult {
  /** What the last expression gave, as Python writes it; undefined for None. */
  readonly value: string | undefined;
}

export type RunCalls = {
  readonly start: { readonly input: StartInput; readonly event: RunEvent; readonly result: StartedPython };
  readonly run: { readonly input: string; readonly event: RunEvent; readonly result: RunResult };
};
