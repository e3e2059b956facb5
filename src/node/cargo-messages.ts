/**
 * What cargo says of the files that it made: one JSON object a line.
 * Spec: https://doc.rust-lang.org/cargo/reference/external-tools.html#artifact-messages
 */
import type { CommandJob } from "../core/ports/command-runner.ts";

const FORMAT = "--message-format=json-render-diagnostics";
const BUILDS = new Set(["build", "b", "rustc", "zigbuild"]);

export interface CargoArtifact {
  /** Name of the target, dashes as they are: `hello-native`. */
  readonly name: string;
  readonly kinds: readonly string[];
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly executable: string | undefined;
}

/** The command with the option that makes cargo tell its files; undefined when it is no build by cargo. */
export function withCargoMessages(command: string | readonly string[]): string | readonly string[] | undefined {
  const words = typeof command === "string" ? command.trim().split(/\s+/) : command;
  // What a shell would do more with is left to it.
  if (typeof command === "string" && /[|&;<>()$`\\"'*?#~\n]/.test(command)) return undefined;
  const [program = "", ...rest] = words;
  if (!/^(?:.*[\\/])?cargo(?:\.exe)?$/.test(program)) return undefined;
  const verb = rest.find((word) => !word.startsWith("+") && !word.startsWith("-"));
  if (verb === undefined || !BUILDS.has(verb) || rest.some((word) => word.startsWith("--message-format"))) {
    return undefined;
  }
  const end = words.indexOf("--");
  const at = end === -1 ? words.length : end;
  const told = [...words.slice(0, at), FORMAT, ...words.slice(at)];
  return typeof command === "string" ? told.join(" ") : told;
}

/** Lines that are something else are left out. */
export function parseCargoMessages(text: string): readonly CargoArtifact[] {
  return text.split("\n").flatMap((line) => {
    if (!line.startsWith("{")) return [];
    let message: unknown;
    try {
      message = JSON.parse(line);
    } catch {
      return [];
    }
    if (!isRecord(message) || message["reason"] !== "compiler-artifact" || !isRecord(message["target"])) return [];
    const { name, kind } = message["target"];
    const executable = message["executable"];
    return [
      {
        name: typeof name === "string" ? name : "",
        kinds: strings(kind),
        files: strings(message["filenames"]),
        executable: typeof executable === "string" ? executable : undefined,
      },
    ];
  });
}

/** The files that a job can mean: libraries that other languages load, or programs. */
export function cargoFiles(artifacts: readonly CargoArtifact[], job: Pick<CommandJob, "name" | "output">): string[] {
  const isWanted = ({ kinds }: CargoArtifact): boolean => kinds.includes(job.output === "program" ? "bin" : "cdylib");
  const wanted = artifacts.filter(isWanted);
  const sameName = (text: string): string => text.replaceAll("-", "_");
  const named = wanted.filter(({ name }) => sameName(name) === sameName(job.name));
  return [...new Set((named.length > 0 ? named : wanted).flatMap((artifact) => filesOf(artifact, job.output)))];
}

function filesOf({ files, executable }: CargoArtifact, output: CommandJob["output"]): readonly string[] {
  if (output === "program") return executable === undefined ? [] : [executable];
  // Windows gives the import library and debugging tables too.
  return files.filter((file) => /\.(?:so|dylib|dll)$/.test(file));
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
