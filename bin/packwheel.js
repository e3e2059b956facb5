#!/usr/bin/env node
// Answers --version at once; everything else is loaded only when it is needed.
// `process` is the global one: to import it would open stdin, stdout and stderr, which takes 2 ms.
const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
  const { PACKWHEEL_VERSION } = await import("../dist/core/version.js");
  process.stdout.write(`packwheel ${PACKWHEEL_VERSION}\n`);
} else {
  const { main } = await import("../dist/cli/main.js");
  process.exitCode = await main(argv);
}
