/** The part that shows what is in a wheel or an sdist, and what PyPI and installers would say of it. */
import { failureOf, findingsOf } from "../messages/failure.ts";
import type { GivenFiles } from "../messages/given.ts";
import type { InspectionCalls, Overview, Verdict } from "../messages/inspection.ts";
import { WorkerCalls } from "../messages/worker-calls.ts";
import { announce } from "../shell/announce.ts";
import { element, fill } from "../shell/element.ts";
import { filePicker } from "../shell/file-picker.ts";
import { countFindings, findingList } from "../shell/finding-list.ts";
import { formatSeconds } from "../shell/format.ts";
import { icon } from "../shell/icon.ts";
import type { Part } from "../shell/part.ts";
import { membersCard } from "./members-card.ts";
import { metadataCard } from "./metadata-card.ts";
import { summaryCard } from "./summary-card.ts";
import { tagsCard } from "./tags-card.ts";

const ACCEPT = ".whl,.gz";

export interface InspectPart extends Part {
  inspect(file: File): void;
}

export function inspectPart(root: HTMLElement): InspectPart {
  const calls = new WorkerCalls<InspectionCalls>(
    () => new Worker(new URL("../workers/inspect-worker.ts", import.meta.url), { type: "module" }),
  );
  const report = element("div", { class: "report", tabindex: -1, role: "region", "aria-label": "Report" });
  let stopper = new AbortController();

  function showEmpty(): void {
    root.classList.remove("has-report");
    fill(
      root,
      element(
        "div",
        { class: "drop-zone" },
        element("span", { class: "drop-mark" }, icon("wheel")),
        element("h1", {}, "Look into a wheel or an sdist"),
        element(
          "p",
          {},
          "Metadata, members, tags and why it has them, and everything that PyPI and pip would say before they say it.",
        ),
        picker("primary", "Choose a file"),
        element("p", { class: "faint" }, "or drop a .whl or .tar.gz anywhere on this page"),
      ),
    );
  }

  function picker(style: string, label: string): HTMLElement {
    return filePicker(
      { accept: ACCEPT, class: style, onFiles: ({ files: [given] }) => given && inspect(given.file) },
      label,
    );
  }

  async function inspect(file: File): Promise<void> {
    stopper.abort();
    stopper = new AbortController();
    const { signal } = stopper;
    const start = performance.now();
    showReading(file);
    try {
      let shown: ShownReport | undefined;
      const verdict = await calls.call("inspect", file, {
        signal,
        onEvent(event) {
          if (signal.aborted) return;
          if (event.kind === "overview") shown = showOverview(event.overview, report);
          else shown?.progress(event.part);
        },
      });
      if (signal.aborted) return;
      shown?.finish(verdict, performance.now() - start);
    } catch (error) {
      if (!signal.aborted) showFailure(file, error);
    }
  }

  function showReading(file: File): void {
    root.classList.add("has-report");
    fill(report, element("p", { class: "plain", role: "status" }, `Reading ${file.name} …`));
    fill(root, element("div", { class: "report-bar" }, picker("", "Choose another file")), report);
    // What had the focus is gone.
    report.focus({ preventScroll: true });
  }

  function showFailure(file: File, error: unknown): void {
    const failure = failureOf(error);
    fill(
      report,
      element(
        "section",
        { class: "card verdict is-error", role: "alert" },
        element("h1", {}, `Cannot read ${file.name}`),
        findingList(findingsOf(failure)),
      ),
    );
  }

  showEmpty();
  return {
    inspect,
    take({ files }: GivenFiles): boolean {
      const given = files.find(({ path }) => isArchive(path)) ?? files[0];
      if (given !== undefined) inspect(given.file);
      return given !== undefined;
    },
    escape(): boolean {
      if (!root.classList.contains("has-report")) return false;
      stopper.abort();
      showEmpty();
      root.querySelector("button")?.focus();
      return true;
    },
  };
}

export function isArchive(path: string): boolean {
  return path.endsWith(".whl") || path.endsWith(".tar.gz");
}

interface ShownReport {
  progress(part: number): void;
  finish(verdict: Verdict, milliseconds: number): void;
}

function showOverview(overview: Overview, report: HTMLElement): ShownReport {
  const summary = summaryCard(overview);
  const members = membersCard(overview.members);
  const tags = overview.kind === "wheel" ? tagsCard(overview.tags) : undefined;
  const findings = element("section", { class: "card", "aria-busy": "true" });
  const bar = element("progress", { "aria-label": "How much is checked" });
  fill(findings, element("h2", {}, "Findings"), element("p", { class: "faint" }, "Checking every byte …"), bar);
  fill(
    report,
    summary.element,
    element(
      "div",
      { class: "columns" },
      element("div", { class: "column" }, findings, members.element),
      element("div", { class: "column is-side" }, tags?.element, metadataCard(overview)),
    ),
  );
  return {
    progress(part) {
      bar.value = part;
    },
    finish(verdict, milliseconds) {
      summary.finish(verdict);
      tags?.explain(verdict.why);
      members.markBinaries(verdict.binaries);
      const count = countFindings(verdict.findings);
      findings.removeAttribute("aria-busy");
      fill(
        findings,
        element(
          "div",
          { class: "card-head" },
          element("h2", {}, "Findings"),
          element("span", { class: "count" }, count),
          element("span", { class: "grow" }),
          element("span", { class: "count", id: "inspect-time" }, `read in ${formatSeconds(milliseconds)}`),
        ),
        verdict.findings.length === 0
          ? element("p", { class: "faint" }, "None.")
          : findingList(verdict.findings, { onPlace: (path) => members.goTo(path) }),
      );
      announce(`${overview.filename} is checked: ${count === "" ? "nothing is wrong" : count}`);
    },
  };
}
