/** Files that look like secrets: by their names, and `.pem` files by what is in them. */
import type { Finding } from "../../errors.ts";
import type { FileTree } from "../../ports/file-tree.ts";
import { quote } from "../place.ts";
import { baseName } from "./paths.ts";
import { readHead } from "./read-head.ts";

/** A warning for every file that should hardly be published. */
export async function findSecrets(paths: readonly string[], tree: FileTree): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const path of paths) {
    const isSecret = mayHoldPrivateKey(path)
      ? holdsPrivateKey(await readHead(tree, path, PRIVATE_KEY_HEAD))
      : isSecretByName(path);
    if (isSecret) findings.push(secretFinding(path));
  }
  return findings;
}

/** File names that hold secrets by custom. */
const SECRET_NAME =
  /^(?:\.env|\.env\.(?!example$|sample$|template$|dist$|defaults?$).+|\.pypirc|\.netrc|_netrc|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?|.+\.(?:p12|pfx|jks|keystore|kdbx))$/i;

/** Whether a file's name alone says that it should not be published. */
function isSecretByName(path: string): boolean {
  return SECRET_NAME.test(baseName(path));
}

/** Whether only a look inside tells: `cacert.pem` is fine, a private key is not. */
function mayHoldPrivateKey(path: string): boolean {
  return /\.(?:pem|key)$/i.test(path);
}

/** Certificates may come before the key; more than this is not looked at. */
const PRIVATE_KEY_HEAD = 65_536;

function holdsPrivateKey(head: Uint8Array): boolean {
  return /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/.test(new TextDecoder("latin1").decode(head));
}

function secretFinding(path: string): Finding {
  return {
    code: "PROJECT_SECRET",
    severity: "warning",
    message: `${quote(path)} looks like a secret, and would be published`,
    path,
    hint: "Leave it out with `exclude`",
  };
}
