// Prints the newest release of each action of src/core/template/ci/actions.ts, with its commit, for a person to look
// over and write there: node --import tsx .ci/refresh/actions.ts
import { execFileSync } from "node:child_process";
import { ACTIONS } from "../../src/core/template/ci/actions.ts";

for (const { name, version, commit } of Object.values(ACTIONS)) {
  const listed = execFileSync("git", ["ls-remote", "--tags", `https://github.com/${name}`], { encoding: "utf8" });
  const releases = new Map<string, string>();
  for (const line of listed.split("\n")) {
    // A tag with a message has a second line, `^{}`, with the commit; it comes after the first.
    const match = /^([0-9a-f]{40})\trefs\/tags\/(v\d+\.\d+\.\d+)(?:\^\{\})?$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) releases.set(match[2], match[1]);
  }
  const [newest] = [...releases.keys()].sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  if (newest === undefined) throw new Error(`${name} has no releases`);
  const moved = releases.get(version) === commit ? "" : `  (${version} is not ${commit} there)`;
  console.log(`${name} ${newest} ${releases.get(newest)}${newest === version ? "  unchanged" : ""}${moved}`);
}
