// An index that takes every upload and keeps nothing. It prints its port, and ends with whoever started it.
import { createServer } from "node:http";

const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => response.end());
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
process.stdin.on("close", () => process.exit()).resume();
