/** Files that got into a distribution by accident: bytecode, leftovers of tools, keys and passwords. */
import type { Finding } from "../../../errors.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import { finding } from "../../finding.ts";

/** What the rules need of a member, in a wheel or in an sdist. */
export interface StrayMember {
  readonly path: string;
  readonly head: Uint8Array;
}

const JUNK_FOLDERS: ReadonlySet<string> = new Set(
  (
    "__MACOSX .git .hg .svn .bzr CVS .tox .nox .venv .eggs .pytest_cache .mypy_cache .ruff_cache .hypothesis " +
    ".ipynb_checkpoints .idea .vscode"
  ).split(" "),
);
const JUNK_FILES: ReadonlySet<string> = new Set([".DS_Store", "Thumbs.db", "desktop.ini", ".coverage"]);
const JUNK_ENDING = /(?:~|\.sw[op]|\.orig|\.rej)$/;

/** Passwords and keys lie under these names and no others. */
const SECRET_FILES: ReadonlySet<string> = new Set(
  (
    ".env .pypirc .npmrc .netrc _netrc .pgpass .htpasswd .git-credentials id_rsa id_dsa id_ecdsa id_ed25519 " +
    "secring.gpg"
  ).split(" "),
);
const SECRET_ENDING = /\.(?:kdbx|ppk|tfstate)$|(?:^|\/)(?:\.aws\/credentials|\.docker\/config\.json|\.kube\/config)$/;
const EXAMPLE = /\.(?:example|sample|template|dist)$/;

const PRIVATE_KEY = /^\s{0,100}-----BEGIN (?:[A-Z]{2,9} ){0,2}PRIVATE KEY-----/;

export interface StrayOptions {
  /** Folders that wheels must not have, and that sdists of setuptools always have. */
  readonly allowEggInfo: boolean;
}

export function checkStrayFiles(members: readonly StrayMember[], { allowEggInfo }: StrayOptions): Finding[] {
  return members.flatMap(({ path, head }) => {
    const parts = path.split("/");
    const filename = parts.at(-1) ?? "";
    const folders = parts.slice(0, -1);
    return [
      ...checkBytecode(path, filename, folders),
      ...checkJunk(path, filename, folders, allowEggInfo),
      ...checkSecrets(path, filename, head),
    ];
  });
}

function checkBytecode(path: string, filename: string, folders: readonly string[]): Finding[] {
  if (!/\.py[co]$/.test(filename) && !folders.includes("__pycache__")) return [];
  const message = "Compiled bytecode is of use to one Python version alone, and installers make it anew";
  return [finding("CONTENT_BYTECODE", message, { path })];
}

function checkJunk(path: string, filename: string, folders: readonly string[], allowEggInfo: boolean): Finding[] {
  const folder = folders.find((name) => JUNK_FOLDERS.has(name) || (!allowEggInfo && name.endsWith(".egg-info")));
  // `._name` is where macOS puts what its file system knows of `name`.
  const isJunk = JUNK_FILES.has(filename) || JUNK_ENDING.test(filename) || filename.startsWith("._");
  if (folder === undefined && !isJunk) return [];
  const message = `Name "${excerpt(folder ?? filename)}" is that of something a tool left behind`;
  return [finding("CONTENT_JUNK", message, { path })];
}

function checkSecrets(path: string, filename: string, head: Uint8Array): Finding[] {
  const isVariant = filename.startsWith(".env.") && !EXAMPLE.test(filename);
  if (SECRET_FILES.has(filename) || isVariant || SECRET_ENDING.test(path)) {
    const message = `File "${excerpt(filename)}" has a name under which passwords or keys are kept`;
    const hint = "Leave it out, and replace what it holds if it was published before";
    return [finding("CONTENT_SECRET", message, { path, hint })];
  }
  if (PRIVATE_KEY.test(new TextDecoder("latin1").decode(head.subarray(0, 256)))) {
    return [finding("CONTENT_PRIVATE_KEY", "File begins as a private key", { path })];
  }
  return [];
}
