/** A project as `readProject` would give it, with only what choosing files looks at. */
import type { OwnBackend, Project } from "../../../src/core/project/project.ts";
import type { ToolTable } from "../../../src/core/project/tool-table.ts";

export interface ProjectWishes {
  readonly name?: string;
  readonly tool?: Partial<ToolTable>;
  readonly referencedFiles?: readonly string[];
  readonly licenseFile?: readonly string[];
  readonly ownBackend?: OwnBackend;
  readonly importName?: readonly string[];
  readonly importNamespace?: readonly string[];
}

export function projectStub(wishes: ProjectWishes = {}): Project {
  const name = wishes.name ?? "hello";
  return {
    name,
    version: "1.0",
    metadata: {
      metadataVersion: "2.4",
      name,
      version: "1.0",
      dynamic: [],
      platform: [],
      supportedPlatform: [],
      licenseFile: wishes.licenseFile ?? [],
      classifier: [],
      requiresDist: [],
      requiresExternal: [],
      projectUrl: [],
      providesExtra: [],
      providesDist: [],
      obsoletesDist: [],
      requires: [],
      provides: [],
      obsoletes: [],
      importName: wishes.importName ?? [],
      importNamespace: wishes.importNamespace ?? [],
    },
    entryPoints: {},
    tool: {
      packages: undefined,
      include: [],
      exclude: [],
      sdistInclude: [],
      sdistExclude: [],
      forceInclude: {},
      data: {},
      sbomFiles: [],
      pythonTag: undefined,
      abiTag: undefined,
      platformTag: undefined,
      buildTag: undefined,
      metadataVersion: undefined,
      versionFile: undefined,
      native: [],
      compiler: undefined,
      dynamic: {},
      ...wishes.tool,
    },
    referencedFiles: wishes.referencedFiles ?? [],
    ownBackend: wishes.ownBackend,
    findings: [],
  };
}

/** The paths a reader writes on one line, as a tree: each file holds its own path. */
export function filesOf(paths: string): Record<string, string> {
  return Object.fromEntries(
    `pyproject.toml ${paths}`
      .trim()
      .split(/\s+/)
      .map((path) => [path, path]),
  );
}
