/** How what is linked reaches the linker, and how what the linker says reaches people. */
import { inputPath } from "../tool.ts";
import { PLACES } from "../toolchain.ts";
import type { LinkItem } from "./link-run.ts";

/** Libraries of compilers, which build systems name though nobody asked: the helpers are what they hold. */
export const COMPILER_LIBRARIES: ReadonlySet<string> = new Set([
  "-lgcc",
  "-lgcc_s",
  "-lgcc_eh",
  "-latomic",
  "-lstdc++",
]);

/** The words of a link with objects as paths; their bytes go to `input`. */
export function stageItems(items: readonly LinkItem[], input: Map<string, Uint8Array>): readonly string[] {
  return items.map((item, index) => {
    if (item.kind === "word") return item.word;
    // Two folders may have a file of one name, and messages should show it.
    const place = `${index}/${item.name}`;
    input.set(place, item.bytes);
    return inputPath(place);
  });
}

/** Without the places that only the linker's own machine has. */
export function readableMessages(text: string): string {
  return text.replaceAll(/\/\.packwheel\/input\/(?:\d+\/)?/g, "").replaceAll(`${PLACES.project}/`, "");
}
