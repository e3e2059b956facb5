/**
 * `.pth` files, which Python reads when it starts.
 * Spec: https://docs.python.org/3/library/site.html, https://peps.python.org/pep-0829/
 */
import { decodeUtf8 } from "../../../bytes/utf8.ts";
import type { Finding } from "../../../errors.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import { libraryMembers, type WheelContents } from "../../contents/wheel-contents.ts";
import { finding } from "../../finding.ts";

export function checkStartupFiles(contents: WheelContents): Finding[] {
  const findings: Finding[] = [];
  for (const { path: installed, member } of libraryMembers(contents)) {
    if (installed.includes("/") || !installed.endsWith(".pth") || member.content === undefined) continue;
    const { path } = member;
    const lines = decodeUtf8(member.content).text.split(/\r\n|\r|\n/);
    const code = lines.find((line) => /^import[ \t]/.test(line));
    if (code !== undefined) {
      const message = `File "${excerpt(installed)}" runs code when Python starts, which ends with Python 3.18`;
      const hint = `Put the code into a function, and name it in ${installed.replace(/pth$/, "start")}`;
      findings.push(finding("CONTENT_PTH_IMPORT", message, { path, hint }));
    }
    const absolute = lines.find((line) => /^(?:\/|[A-Za-z]:[\\/])/.test(line));
    if (absolute !== undefined) {
      const message = `File "${excerpt(installed)}" adds the folder "${excerpt(absolute)}" of one machine`;
      findings.push(finding("CONTENT_PTH_ABSOLUTE", message, { path, hint: "Build a wheel that is not editable" }));
    }
  }
  return findings;
}
