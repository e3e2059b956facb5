// Writes docs/cli.md from the table of commands: node --import tsx .ci/refresh/cli-reference.ts
import { writeFileSync } from "node:fs";
import { COMMANDS, GLOBAL_OPTIONS, PROGRAMS } from "../../src/cli/commands.ts";
import { cliReference } from "../../src/cli/reference.ts";

writeFileSync(new URL("../../docs/cli.md", import.meta.url), cliReference([...COMMANDS, ...PROGRAMS], GLOBAL_OPTIONS));
