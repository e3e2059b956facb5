/** One door for wheels and sdists. */
import type { Finding } from "../errors.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import type { CheckOptions } from "./check-options.ts";
import { checkSdist } from "./check-sdist.ts";
import { checkWheel } from "./check-wheel.ts";
import { finding } from "./finding.ts";
import { applyRuleOptions } from "./rule-options.ts";
import { checkFilename } from "./topics/names.ts";

/**
 * Everything that PyPI and installers would say of a distribution, and what is most likely a mistake in it. All
 * problems come together; `--select`, `--ignore` and `--strict` are options.
 *
 * @param file Its bytes.
 * @throws {PackwheelError} `ABORTED`, `CHECK_INVALID_RULE`, and what reading `file` may throw.
 */
export async function checkDistribution(file: RandomAccess, options: CheckOptions): Promise<Finding[]> {
  if (options.filename.endsWith(".whl")) return checkWheel(file, options);
  if (options.filename.endsWith(".tar.gz")) return checkSdist(file, options);
  const message = "File name ends in neither .whl nor .tar.gz";
  const hint = options.filename.endsWith(".zip") ? "Build the sdist as .tar.gz" : undefined;
  const findings = [...checkFilename(options.filename), finding("FILENAME_EXTENSION", message, { hint })];
  return applyRuleOptions(findings, options);
}
