/** Certificates for one run of the tests, made by openssl: an authority, a server on 127.0.0.1, and a client. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Certificates {
  /** PEM file of the authority. */
  readonly authorityFile: string;
  /** PEM file of the client's certificate and key. */
  readonly clientFile: string;
  readonly authority: string;
  readonly server: { readonly key: string; readonly cert: string };
  remove(): void;
}

/** Undefined where openssl is not installed. */
export function makeCertificates(): Certificates | undefined {
  const folder = mkdtempSync(join(tmpdir(), "packwheel-tls-"));
  const file = (name: string): string => join(folder, name);
  const openssl = (...words: string[]): boolean => {
    return spawnSync("openssl", words, { cwd: folder, stdio: "ignore" }).status === 0;
  };
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  writeFileSync(file("server.ext"), "subjectAltName=IP:127.0.0.1\n");
  writeFileSync(file("client.ext"), "extendedKeyUsage=clientAuth\n");
  const sign = (name: string): boolean =>
    openssl("req", ...newKey, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`) &&
    openssl(
      "x509",
      "-req",
      "-in",
      `${name}.csr`,
      "-CA",
      "ca.pem",
      "-CAkey",
      "ca.key",
      "-CAcreateserial",
      "-days",
      "2",
      "-out",
      `${name}.pem`,
      "-extfile",
      `${name}.ext`,
    );
  const isMade =
    openssl(
      "req",
      "-x509",
      ...newKey,
      "-keyout",
      "ca.key",
      "-out",
      "ca.pem",
      "-days",
      "2",
      "-subj",
      "/CN=packwheel test",
    ) &&
    sign("server") &&
    sign("client");
  if (!isMade) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const read = (name: string): string => readFileSync(file(name), "utf8");
  writeFileSync(file("client-both.pem"), read("client.pem") + read("client.key"));
  return {
    authorityFile: file("ca.pem"),
    clientFile: file("client-both.pem"),
    authority: read("ca.pem"),
    server: { key: read("server.key"), cert: read("server.pem") },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
