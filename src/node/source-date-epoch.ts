/**
 * The timestamp that the one who builds asks for.
 * Spec: https://reproducible-builds.org/specs/source-date-epoch/
 */
import { PackwheelError } from "../core/errors.ts";
import type { Environment } from "../core/ports/environment.ts";

/**
 * SOURCE_DATE_EPOCH as seconds, undefined when it is not set.
 *
 * @throws {PackwheelError} `SOURCE_DATE_EPOCH_INVALID`
 */
export function sourceDateEpoch(environment: Pick<Environment, "variable">): number | undefined {
  const text = environment.variable("SOURCE_DATE_EPOCH");
  if (text === undefined || text === "") return undefined;
  if (!/^\d{1,15}$/.test(text)) {
    throw new PackwheelError(
      "SOURCE_DATE_EPOCH_INVALID",
      `Cannot read SOURCE_DATE_EPOCH "${text}": not a count of seconds`,
      {
        hint: "Set it to whole seconds since 1970, for example the output of date +%s, or unset it",
      },
    );
  }
  return Number(text);
}
