/** Programs that are asked for secrets: the keyring, and the agents of CI services. */
import { execFile } from "node:child_process";
import { PackwheelError } from "../../../core/errors.ts";
import { Secret } from "../../../core/upload/sign-in/secret.ts";

/** A keyring that opens a dialog nobody sees would wait for ever. */
const TIMEOUT = 60_000;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The password that the system's keyring has, by the `keyring` command of Python.
 *
 * @throws {PackwheelError} `UPLOAD_KEYRING_FAILED` when there is no such command, or it does not end.
 */
export async function askKeyring(service: string, username: string, env: Variables): Promise<Secret | undefined> {
  const answer = await run(["keyring", "get", service, username], env);
  if (answer.isMissing) {
    throw new PackwheelError("UPLOAD_KEYRING_FAILED", "Cannot ask the keyring: there is no `keyring` command", {
      hint: "Install it (pipx install keyring), or leave --keyring out",
    });
  }
  if (answer.isKilled) {
    throw new PackwheelError("UPLOAD_KEYRING_FAILED", `Cannot ask the keyring: no answer within ${TIMEOUT / 1000} s`, {
      hint: "Unlock the keyring, or leave --keyring out",
    });
  }
  const password = answer.stdout.replace(/\r?\n$/, "");
  return answer.isGood && password !== "" ? new Secret(password) : undefined;
}

/** Standard output; undefined when the program is not there or fails. */
export async function runForToken(command: readonly string[], env: Variables): Promise<string | undefined> {
  const answer = await run(command, env);
  return answer.isGood ? answer.stdout : undefined;
}

interface Output {
  readonly stdout: string;
  readonly isGood: boolean;
  readonly isMissing: boolean;
  readonly isKilled: boolean;
}

function run([program = "", ...words]: readonly string[], env: Variables): Promise<Output> {
  return new Promise((done) => {
    const options = { env, timeout: TIMEOUT, windowsHide: true, encoding: "utf8" as const };
    const child = execFile(program, words, options, (error, stdout) => {
      done({
        stdout,
        isGood: error === null,
        isMissing: error !== null && error.code === "ENOENT",
        isKilled: error?.killed === true,
      });
    });
    child.stdin?.end();
  });
}
