/**
 * The indexes that people upload to: how each says that a file is there already, and where its Simple API is.
 * Collected 2026-08 from the indexes' sources and documentation, and from what upload tools look for.
 */

/** An answer that means "this file name is taken". */
export interface ExistsSignal {
  readonly status: number;
  /** In the reason phrase or the body, in any case; any text when undefined. */
  readonly text?: string;
}

export type IndexRules = "pypi" | "none";

export interface UploadServer {
  readonly id: string;
  /** For messages. */
  readonly name: string;
  /** Where its upload URLs lie: tested against host and path. Undefined: no URL tells. */
  readonly pattern: RegExp | undefined;
  readonly exists: readonly ExistsSignal[];
  /** Root of the Simple API for an upload URL; undefined when it cannot be told from that. */
  readonly simpleUrl: ((uploadUrl: URL) => string) | undefined;
  /** Takes API tokens alone, under the name `__token__`. */
  readonly tokensOnly: boolean;
  /** Takes identities of continuous integration (trusted publishing). */
  readonly trustedPublishing: boolean;
  /** Whose rules `check` applies before anything is sent. */
  readonly rules: IndexRules;
  /** Page of a release, for people. */
  readonly releasePage?: (name: string, version: string) => string;
}

const WAREHOUSE = { tokensOnly: true, trustedPublishing: true, rules: "pypi" } as const;
const PRIVATE = { tokensOnly: false, trustedPublishing: false, rules: "none" } as const;

export const UPLOAD_SERVERS: readonly UploadServer[] = [
  {
    ...WAREHOUSE,
    id: "pypi",
    name: "PyPI",
    pattern: /^(?:upload\.|www\.)?pypi\.org\//,
    exists: [{ status: 400, text: "already exist" }],
    simpleUrl: () => "https://pypi.org/simple/",
    releasePage: (name, version) => `https://pypi.org/project/${name}/${version}/`,
  },
  {
    ...WAREHOUSE,
    id: "testpypi",
    name: "TestPyPI",
    pattern: /^test\.pypi\.org\//,
    exists: [{ status: 400, text: "already exist" }],
    simpleUrl: () => "https://test.pypi.org/simple/",
    releasePage: (name, version) => `https://test.pypi.org/project/${name}/${version}/`,
  },
  {
    ...PRIVATE,
    id: "gitlab",
    name: "GitLab",
    pattern: /\/api\/v4\/(?:projects|groups)\/[^/]+\/packages\/pypi\/?$/,
    exists: [{ status: 400, text: "already been taken" }],
    simpleUrl: below("simple/"),
  },
  {
    ...PRIVATE,
    id: "gitea",
    name: "Gitea or Forgejo",
    pattern: /\/api\/packages\/[^/]+\/pypi\/?$/,
    exists: [{ status: 409 }],
    simpleUrl: below("simple/"),
  },
  {
    ...PRIVATE,
    id: "azure",
    name: "Azure Artifacts",
    pattern: /^(?:pkgs\.dev\.azure\.com|[^/]+\.pkgs\.visualstudio\.com)\//,
    exists: [{ status: 409 }],
    simpleUrl: (url) => url.href.replace(/\/upload\/?$/, "/simple/"),
  },
  {
    ...PRIVATE,
    id: "codeartifact",
    name: "AWS CodeArtifact",
    pattern: /^[^/]+\.codeartifact\.[^/]+\.amazonaws\.com\//,
    exists: [{ status: 409 }],
    simpleUrl: below("simple/"),
  },
  {
    ...PRIVATE,
    id: "google",
    name: "Google Artifact Registry",
    pattern: /^[^/]+-python\.pkg\.dev\//,
    exists: [{ status: 400, text: "already exist" }],
    simpleUrl: below("simple/"),
  },
  {
    ...PRIVATE,
    id: "artifactory",
    name: "Artifactory",
    pattern: /\/api\/pypi\/[^/]+\/?$/,
    exists: [{ status: 403, text: "overwrite artifact" }, { status: 409 }],
    simpleUrl: below("simple/"),
  },
  {
    ...PRIVATE,
    id: "nexus",
    name: "Nexus Repository",
    pattern: /\/repository\/[^/]+\/?$/,
    exists: [
      { status: 400, text: "updating asset" },
      { status: 400, text: "cannot be updated" },
    ],
    simpleUrl: below("simple/"),
  },
  {
    ...PRIVATE,
    id: "pypiserver",
    name: "pypiserver",
    pattern: undefined,
    exists: [{ status: 409 }],
    simpleUrl: undefined,
  },
  { ...PRIVATE, id: "devpi", name: "devpi", pattern: undefined, exists: [{ status: 409 }], simpleUrl: undefined },
];

/** An index that no URL gives away: whatever any of them says counts. */
const UNKNOWN_SERVER: UploadServer = {
  ...PRIVATE,
  id: "unknown",
  name: "the index",
  pattern: undefined,
  exists: UPLOAD_SERVERS.flatMap(({ exists }) => exists),
  simpleUrl: undefined,
};

/** @param url An upload URL. */
export function findServer(url: string): UploadServer {
  const { host, pathname } = new URL(url);
  return UPLOAD_SERVERS.find(({ pattern }) => pattern?.test(`${host}${pathname}`) === true) ?? UNKNOWN_SERVER;
}

/** @param text Reason phrase and body. */
export function saysExists(server: UploadServer, status: number, text: string): boolean {
  const lower = text.toLowerCase();
  return server.exists.some((signal) => {
    return signal.status === status && (signal.text === undefined || lower.includes(signal.text));
  });
}

function below(path: string): (url: URL) => string {
  return (url) => new URL(path, url.href.endsWith("/") ? url : `${url.href}/`).href;
}
