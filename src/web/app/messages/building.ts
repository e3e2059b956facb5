/** What the page asks the worker that builds wheels. */
import type { Finding } from "../../../core/errors.ts";
import type { Failure } from "./failure.ts";

export interface ProjectFile {
  /** `src/hello/__init__.py` */
  readonly path: string;
  readonly content: string | File;
}

export interface BuildInput {
  readonly files: readonly ProjectFile[];
  /** Names of `BUILD_TARGETS`; none for a project without code of its own. */
  readonly targets: readonly string[];
  readonly sdist: boolean;
  /** Absolute address of `toolchain.json`. */
  readonly toolchain: string;
}

export interface BuiltArchive {
  readonly file: File;
  readonly kind: "wheel" | "sdist";
  /** Expanded triples; empty for an sdist. */
  readonly tags: readonly string[];
  readonly sha256: string;
}

export type BuildEvent =
  /** What is being done for a target, or for all. */
  | { readonly kind: "phase"; readonly target: string | undefined; readonly text: string }
  /** How much of the compiler has come, 0 to 1. */
  | { readonly kind: "loading"; readonly part: number }
  | { readonly kind: "begun"; readonly target: string }
  | { readonly kind: "built"; readonly target: string; readonly archive: BuiltArchive; readonly milliseconds: number }
  | { readonly kind: "failed"; readonly target: string; readonly failure: Failure }
  /** The wheel of another target is for this one too. */
  | { readonly kind: "covered"; readonly target: string; readonly by: string };

export interface BuildResult {
  readonly sdist: BuiltArchive | undefined;
  /** The wheel of a project that needs no targets. */
  readonly wheel: BuiltArchive | undefined;
  readonly findings: readonly Finding[];
}

export type BuildCalls = {
  readonly build: { readonly input: BuildInput; readonly event: BuildEvent; readonly result: BuildResult };
  /** All files in one zip archive. */
  readonly zip: { readonly input: readonly File[]; readonly event: never; readonly result: Blob };
};
