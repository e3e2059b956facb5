/** The head of a report: what the file is, and the verdict in one line. */
import type { Overview, Verdict } from "../messages/inspection.ts";
import { element, fill } from "../shell/element.ts";
import { countFindings, worstSeverity } from "../shell/finding-list.ts";
import { formatSize } from "../shell/format.ts";
import { type IconName, icon } from "../shell/icon.ts";

export interface SummaryCard {
  readonly element: HTMLElement;
  finish(verdict: Verdict): void;
}

export function summaryCard({ kind, filename, size, metadata }: Overview): SummaryCard {
  const verdict = element("p", { class: "badge is-busy" }, "Checking …");
  const hash = element("span", { class: "hash" });
  const title = metadata === undefined ? filename : `${metadata.name} ${metadata.version}`;
  return {
    element: element(
      "section",
      { class: "card summary" },
      element("div", { class: "summary-head" }, element("h1", {}, title), verdict),
      metadata?.summary !== undefined && element("p", { class: "summary-text" }, metadata.summary),
      element(
        "p",
        { class: "summary-file faint" },
        element("code", {}, filename),
        element("span", {}, `${kind}, ${formatSize(size)}`),
        hash,
      ),
    ),
    finish({ findings, sha256 }) {
      const { style, mark, text } = judge(findings);
      verdict.className = `badge ${style}`;
      fill(verdict, icon(mark), text);
      const copy = element(
        "button",
        { type: "button", class: "quiet square small", title: "Copy the SHA-256", "aria-label": "Copy the SHA-256" },
        icon("copy"),
      );
      copy.addEventListener("click", async () => {
        await navigator.clipboard.writeText(sha256);
        fill(copy, icon("check"));
      });
      fill(hash, "sha256 ", element("code", { title: sha256 }, `${sha256.slice(0, 12)}…`), copy);
    },
  };
}

function judge(findings: Verdict["findings"]): {
  readonly style: string;
  readonly mark: IconName;
  readonly text: string;
} {
  switch (worstSeverity(findings)) {
    case "error":
      return { style: "is-error", mark: "cross", text: countFindings(findings) };
    case "warning":
      return { style: "is-warning", mark: "warning", text: countFindings(findings) };
    default:
      return { style: "is-good", mark: "check", text: "Good for PyPI and pip" };
  }
}
