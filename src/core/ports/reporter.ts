/** What a long job tells while it runs. The CLI draws it; a library user may ignore it. */
import type { Finding } from "../errors.ts";

export type ReportEvent =
  /** A new stage begins: `Reading pyproject.toml`, `Packing hello-1.0-py3-none-any.whl` */
  | { readonly kind: "phase"; readonly text: string }
  /** Bytes or files done of a known total, within the current phase, or within what `about` names. */
  | {
      readonly kind: "progress";
      readonly done: number;
      readonly total: number;
      readonly unit: "bytes" | "files" | "targets";
      readonly about?: string;
    }
  /** Bytes of one file of several that are on their way at the same time; `isOver` when there is no more to tell. */
  | {
      readonly kind: "transfer";
      readonly name: string;
      readonly done: number;
      readonly total: number;
      readonly isOver: boolean;
    }
  /** What a compiler or a build command prints, as it comes. */
  | { readonly kind: "output"; readonly text: string }
  /** One of several pieces of work is done: a line for terminals and logs alike. */
  | { readonly kind: "line"; readonly text: string }
  /** Something the user should see, though the job goes on. */
  | { readonly kind: "finding"; readonly finding: Finding };

export interface Reporter {
  report(event: ReportEvent): void;
}
