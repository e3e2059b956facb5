// What the libraries of a folder need, and the lowest tag that this gives; one line each, as tag_elf_tree.py prints them.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { auditWheel } from "../../dist/core/audit/audit-wheel.js";
import { openObject } from "../../dist/core/object/object-file.js";
import { openDiskAccess } from "../../dist/node/disk-access.js";

const folder = process.argv[2];
for (const name of readdirSync(folder).sort()) {
  const file = await openDiskAccess(join(folder, name));
  const object = await openObject(file);
  await file.close();
  const { platformTags } = auditWheel([{ path: name, object }]);
  const tag = platformTags.find((one) => /^manylinux_/.test(one))?.replace("_x86_64", "") ?? "linux";
  process.stdout.write(`${name} ${tag} ${object.needed.join(",")} ${object.imports.length}\n`);
}
