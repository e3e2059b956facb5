/** What the page asks the worker that reads wheels and sdists. */
import type { TagExplanation } from "../../../core/audit/why.ts";
import type { Finding } from "../../../core/errors.ts";
import type { CoreMetadata } from "../../../core/wheel/metadata.ts";

export interface Member {
  readonly path: string;
  readonly size: number;
  /** `0o644`; 0 when the archive gives none. */
  readonly mode: number;
}

/** What the documents of an archive say: there at once, however large it is. */
export interface Overview {
  readonly kind: "wheel" | "sdist";
  readonly filename: string;
  readonly size: number;
  readonly metadata: CoreMetadata | undefined;
  /** Triples of WHEEL; empty for an sdist. */
  readonly tags: readonly string[];
  readonly entryPoints: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly members: readonly Member[];
}

/** What reading every byte tells. */
export interface Verdict {
  /** Of the file, in hex. */
  readonly sha256: string;
  readonly findings: readonly Finding[];
  /** Why the wheel has its platform tag; undefined when no binary says anything. */
  readonly why: TagExplanation | undefined;
  /** Paths of libraries and programs. */
  readonly binaries: readonly string[];
}

export type InspectionEvent =
  | { readonly kind: "overview"; readonly overview: Overview }
  /** 0 to 1 */
  | { readonly kind: "progress"; readonly part: number };

// A type, and no interface, so that it fits the index signature of `Calls`.
export type InspectionCalls = {
  readonly inspect: { readonly input: File; readonly event: InspectionEvent; readonly result: Verdict };
};
