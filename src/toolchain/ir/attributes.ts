/** Attributes as LLVM 13 writes them. */
import { PackwheelError } from "../../core/errors.ts";
import { ATTRIBUTE_RULES, FRAME_POINTERS, STRING_RULES, VALUED_STRINGS } from "./attribute-table.ts";
import type { Attribute } from "./model.ts";
import { lowerCpu, lowerFeatures } from "./processors.ts";

/** Where an attribute stands: its spelling differs in a group. */
export type AttributePlace = "value" | "function" | "group";

/**
 * One attribute; undefined where it is left out.
 *
 * @param pointee Text of the type of `sret` and its like.
 * @throws {PackwheelError} `IR_UNSUPPORTED`
 */
export function lowerAttribute(
  attribute: Attribute,
  place: AttributePlace,
  triple: string,
  pointee?: string,
): string | undefined {
  const { name, argument } = attribute;
  if (name.startsWith('"')) return lowerStringAttribute(attribute, triple);
  const rule = ATTRIBUTE_RULES.get(name);
  if (rule === undefined || rule.action === "refuse") throw refused(name, rule?.reason);
  if (rule.action === "drop") return undefined;
  if (rule.action === "map") return rule.to;
  if (name === "alignstack" && place === "value") return undefined; // checked by who knows the type
  if (pointee !== undefined) return `${name}(${pointee})`;
  if (argument === undefined) return name;
  if (name === "align") return place === "group" ? `align=${argument}` : `align ${argument}`;
  if (name === "alignstack") return place === "group" ? `alignstack=${argument}` : `alignstack(${argument})`;
  return `${name}(${argument})`;
}

function lowerStringAttribute({ name, argument }: Attribute, triple: string): string | undefined {
  const key = name.slice(1, -1);
  const rule = STRING_RULES.get(key);
  if (rule === undefined || rule.action === "refuse") throw refused(key, rule?.reason);
  if (rule.action !== "keep") return undefined;
  if (argument === undefined) return VALUED_STRINGS.has(key) ? `${name}="true"` : name;
  const value = argument.slice(1, -1);
  switch (key) {
    case "frame-pointer":
      return `${name}="${FRAME_POINTERS.get(value) ?? value}"`;
    case "target-cpu":
    case "tune-cpu":
      return `${name}="${lowerCpu(value, triple)}"`;
    case "target-features": {
      const features = lowerFeatures(value, triple);
      return features === "" ? undefined : `${name}="${features}"`;
    }
    default:
      return `${name}=${argument}`;
  }
}

function refused(name: string, reason = "its meaning is not known"): PackwheelError {
  return new PackwheelError("IR_UNSUPPORTED", `Cannot lower the attribute "${name}": ${reason}`, {
    hint: "Compile this file with a native clang or gcc",
  });
}
