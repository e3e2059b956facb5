/**
 * `urls`: label and address of each link, for Project-URL.
 * Spec: https://packaging.python.org/en/latest/specifications/well-known-project-urls/
 */
import { type Place, quote } from "../place.ts";
import { checkLine, readStringEntries } from "../pyproject/toml-value.ts";

const MAX_LABEL = 32;

/** `Label, https://…` for each link, in the order of the file. */
export function readUrls(value: unknown, place: Place): readonly string[] {
  const labels = new Set<string>();
  return (readStringEntries(value, place) ?? []).flatMap(([rawLabel, rawUrl]) => {
    const here = place.at(rawLabel);
    const label = rawLabel.trim();
    const url = rawUrl.trim();
    // Both are looked at before either decides, so that one run shows both faults.
    const valid = [checkLabel(label, labels, here), checkUrl(url, here)].every(Boolean);
    labels.add(label);
    return valid ? [`${label}, ${url}`] : [];
  });
}

function checkLabel(label: string, seen: ReadonlySet<string>, place: Place): boolean {
  if (!checkLine(label, place)) return false;
  const fault = findLabelFault(label, seen);
  if (fault === undefined) return true;
  place.error("PROJECT_URL_INVALID", `Label ${quote(label)} ${fault.state}`, fault.hint);
  return false;
}

function findLabelFault(label: string, seen: ReadonlySet<string>): { state: string; hint: string } | undefined {
  if (label === "") return { state: "is empty", hint: "Write a label such as `Homepage`" };
  // Readers split Project-URL at its first comma.
  if (label.includes(",")) return { state: "has a comma", hint: "Write the label without a comma" };
  if ([...label].length > MAX_LABEL) {
    return { state: `has more than ${MAX_LABEL} characters`, hint: `Shorten the label to ${MAX_LABEL} characters` };
  }
  if (seen.has(label)) return { state: "is there twice", hint: "Give each link a label of its own" };
  return undefined;
}

function checkUrl(url: string, place: Place): boolean {
  if (!checkLine(url, place)) return false;
  if (/\s/.test(url) || !URL.canParse(url)) {
    const hint = /^[\w.-]+\.\w+(\/|$)/.test(url)
      ? `Write \`https://${url}\``
      : "Write an address that begins with `https://`";
    place.error("PROJECT_URL_INVALID", `${quote(url)} is not a URL`, hint);
    return false;
  }
  if (!/^https?:\/\//i.test(url)) {
    place.warning(
      "PROJECT_URL_INVALID",
      `${quote(url)} is neither http nor https, and PyPI refuses other links`,
      "Write an address that begins with `https://`",
    );
  }
  return true;
}
