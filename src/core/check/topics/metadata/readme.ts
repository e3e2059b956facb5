/** The description: whether it is there, and whether PyPI can show it. */
import type { Finding } from "../../../errors.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import type { CoreMetadata } from "../../../wheel/metadata.ts";
import { adoptFindings, finding } from "../../finding.ts";
import { type ReadmeFormat, readContentType } from "../../readme/content-type.ts";
import { checkMarkdown } from "../../readme/markdown.ts";
import { findRelativeLinks, type RelativeLink } from "../../readme/relative-links.ts";

/** @param path Of the metadata file. */
export async function checkReadme(metadata: CoreMetadata, path: string): Promise<Finding[]> {
  const { description = "", descriptionContentType } = metadata;
  const findings: Finding[] = [];
  const format = formatOf(descriptionContentType, path, findings);
  if (description.trim() === "") {
    const hint = "Name a README in pyproject.toml";
    return [...findings, finding("README_MISSING", "There is no description", { path, hint })];
  }
  if (descriptionContentType === undefined || descriptionContentType === "") {
    const message = "Description-Content-Type is absent, so the description is read as reStructuredText";
    findings.push(
      finding("README_CONTENT_TYPE_MISSING", message, { path, hint: "Write the type, such as text/markdown" }),
    );
  }
  if (format === "markdown") findings.push(...adoptFindings(checkMarkdown(description), path));
  if (format === "rst") {
    findings.push(...(await checkRst(description, path)));
    findings.push(...findRelativeLinks(description).map((link) => relativeLink(link, path)));
  }
  return findings;
}

function relativeLink({ kind, target }: RelativeLink, path: string): Finding {
  const shown = excerpt(target);
  const place = { path, hint: "Write the whole address" };
  return kind === "image"
    ? finding("README_RELATIVE_IMAGE", `Description shows the image "${shown}", a file that PyPI does not have`, place)
    : finding("README_RELATIVE_LINK", `Description links to "${shown}", a file that PyPI does not have`, place);
}

/** Undefined for a type that cannot be read; then nothing can be said of the text. */
function formatOf(contentType: string | undefined, path: string, findings: Finding[]): ReadmeFormat | undefined {
  if (contentType === undefined || contentType === "") return "rst";
  const { format, fault } = readContentType(contentType);
  if (fault !== undefined) {
    const message = `Description-Content-Type "${excerpt(contentType)}" is not valid: ${fault}`;
    findings.push(finding("README_CONTENT_TYPE_INVALID", message, { path }));
  }
  return format;
}

async function checkRst(description: string, path: string): Promise<Finding[]> {
  // A parser that only descriptions in this markup need.
  const { checkRestructuredText } = await import("../../readme/restructured-text.ts");
  return adoptFindings(checkRestructuredText(description), path);
}
