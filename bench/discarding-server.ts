/** An index that takes every upload and keeps nothing: what is measured is the client. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** It runs in the process of the benchmarks, which waits meanwhile. */
export async function startDiscardingServer(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => response.end());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/legacy/`;
}
