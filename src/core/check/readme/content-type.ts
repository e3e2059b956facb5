/**
 * Description-Content-Type: `text/markdown; charset=UTF-8; variant=GFM`.
 * Spec: https://packaging.python.org/en/latest/specifications/core-metadata/#description-content-type
 */

export type ReadmeFormat = "markdown" | "rst" | "plain";

const FORMATS: ReadonlyMap<string, ReadmeFormat> = new Map([
  ["text/markdown", "markdown"],
  ["text/x-rst", "rst"],
  ["text/plain", "plain"],
]);

export interface ReadContentType {
  /** Undefined when the type is none of the three. */
  readonly format: ReadmeFormat | undefined;
  /** What the specification does not allow, as words that follow a colon. */
  readonly fault: string | undefined;
}

export function readContentType(text: string): ReadContentType {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim());
  const format = FORMATS.get(type.toLowerCase());
  if (format === undefined) return { format, fault: `it is none of ${[...FORMATS.keys()].join(", ")}` };
  for (const parameter of parameters) {
    const fault = parameterFault(parameter, format);
    if (fault !== undefined) return { format, fault };
  }
  return { format, fault: undefined };
}

function parameterFault(parameter: string, format: ReadmeFormat): string | undefined {
  const equals = parameter.indexOf("=");
  const name = parameter.slice(0, Math.max(equals, 0)).trim().toLowerCase();
  const value = parameter
    .slice(equals + 1)
    .trim()
    .replace(/^"(.*)"$/, "$1");
  if (name === "charset" && value.toLowerCase() !== "utf-8") return `the charset "${value}" is not UTF-8`;
  if (name === "variant" && format === "markdown" && value !== "GFM" && value !== "CommonMark") {
    return `the variant "${value}" is neither GFM nor CommonMark`;
  }
  return undefined;
}
