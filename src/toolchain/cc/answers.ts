/** What `packwheel cc` says of itself. Build systems read it: they look for `clang version` and for the target. */
import type { BuildTarget } from "../../core/targets/build-target.ts";
import { PACKWHEEL_VERSION } from "../../core/version.ts";
import type { CcQuestion } from "./parse-arguments.ts";

/** Of the front end, as `__clang_major__` and its kin give it. */
const CLANG_VERSION = "22.1.0";

export function answerQuestion(question: CcQuestion, { triple }: BuildTarget): string {
  switch (question) {
    case "version":
      return `clang version ${CLANG_VERSION} (packwheel ${PACKWHEEL_VERSION})\nTarget: ${triple}\nThread model: posix\n`;
    case "target":
      return `${triple}\n`;
    case "number":
      return `${CLANG_VERSION}\n`;
    case "search-dirs":
      return "programs: =\nlibraries: =\n";
    default:
      return `${question.file}\n`;
  }
}
