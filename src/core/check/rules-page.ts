/** The table of rules as a page of documentation. */
import type { Rule, RuleTopic } from "./rule.ts";

const TITLES: Readonly<Record<RuleTopic, string>> = {
  framing: "The zip archive",
  names: "File name and folders",
  metadata: "METADATA, PKG-INFO and WHEEL",
  record: "RECORD",
  "entry-points": "entry_points.txt",
  readme: "The description",
  content: "What the wheel installs",
  native: "Compiled files",
  index: "What PyPI asks for besides",
  sdist: "Source distributions",
};

const INTRODUCTION = `# Rules of \`packwheel check\`

Every finding has one of these codes. Codes never change their meaning; new ones may come with any release.

- \`error\`: PyPI refuses the file, an installer fails on it, or the file says something untrue or gives away a secret.
- \`warning\`: the file works, but is most likely not what its author wanted. \`--strict\` makes errors of warnings.
- \`note\`: worth knowing.

\`--select\` and \`--ignore\` take codes and beginnings of codes: \`--ignore CONTENT_,README_MISSING\`.
Text in quotes is what PyPI answers.
`;

/** Markdown for `docs/check.md`. */
export function formatRulesPage(rules: readonly Rule[]): string {
  const topics = [...new Set(rules.map(({ topic }) => topic))];
  const tables = topics.map((topic) => {
    const rows = rules
      .filter((rule) => rule.topic === topic)
      .map(({ code, severity, meaning, why }) => `| \`${code}\` | ${severity} | ${cell(meaning)} | ${cell(why)} |\n`);
    return `\n## ${TITLES[topic]}\n\n| code | severity | meaning | who minds |\n|---|---|---|---|\n${rows.join("")}`;
  });
  return INTRODUCTION + tables.join("");
}

function cell(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("*", "\\*").replace(/_/g, "\\_");
}
