/** An index that takes every upload and keeps nothing, in a process of its own: what is measured is the client. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** @returns Its upload URL. It ends with this process. */
export async function startDiscardingServer(): Promise<string> {
  const program = join(import.meta.dirname, "programs/discarding-server.js");
  const child = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
  const [port] = await once(child.stdout, "data");
  process.once("exit", () => child.kill());
  child.unref();
  for (const stream of [child.stdin, child.stdout])
    if ("unref" in stream && typeof stream.unref === "function") stream.unref();
  return `http://127.0.0.1:${String(port).trim()}/legacy/`;
}
