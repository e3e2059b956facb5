/** A Python project as its pyproject.toml describes it, every dynamic field resolved: plain data. */
import type { Finding } from "../errors.ts";
import type { EntryPoints } from "../wheel/entry-points.ts";
import type { CoreMetadata } from "../wheel/metadata.ts";
import type { ToolTable } from "./tool-table.ts";

export interface Project {
  /** As the user typed it. */
  readonly name: string;
  /** Normalised PEP 440. */
  readonly version: string;
  /** Ready for METADATA and PKG-INFO; `licenseFile` holds the matched paths, sorted. */
  readonly metadata: CoreMetadata;
  readonly entryPoints: EntryPoints;
  readonly tool: ToolTable;
  /** Files that pyproject.toml names and the sdist must hold: readme, licence files, dynamic sources. Sorted. */
  readonly referencedFiles: readonly string[];
  /** The build backend that lies in the project itself: `backend-path` under `[build-system]`. */
  readonly ownBackend?: OwnBackend | undefined;
  /** Warnings and notes met while reading. */
  readonly findings: readonly Finding[];
}

export interface OwnBackend {
  /** `packwheel_backend`, `tools.backend` */
  readonly module: string;
  /** Folders that it is searched in; the empty path is the project's root. */
  readonly folders: readonly string[];
}
