/** Changes to one list of a wheel's tags, as `wheel tags` takes them: `py3`, `+py2.py3`, `-py2`. */
import { compareCodePoints } from "../bytes/code-points.ts";
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";

/**
 * Apply an edit: `+a.b` adds, `-a.b` removes what is there, and anything else takes the place of all.
 *
 * @param current Tags of one kind: `["py2", "py3"]`.
 * @returns Sorted, each once. Whether they are good tags is for `makeTagSet` to say.
 * @throws {PackwheelError} `TAG_INVALID` when an item is empty or nothing would be left.
 */
export function editTags(current: readonly string[], edit: string): string[] {
  const sign = edit.startsWith("+") || edit.startsWith("-") ? edit.charAt(0) : "";
  const named = edit.slice(sign.length).toLowerCase().split(".");
  if (named.includes("")) {
    throw new PackwheelError("TAG_INVALID", `Cannot apply ${quote(edit)} to the tags: a tag is empty`, {
      hint: "Join tags with single dots, as in `+py2.py3`",
    });
  }
  const tags = new Set(sign === "" ? [] : current);
  for (const tag of named) {
    if (sign === "-") tags.delete(tag);
    else tags.add(tag);
  }
  if (tags.size === 0) {
    throw new PackwheelError("TAG_INVALID", `Cannot apply ${quote(edit)} to the tags: none would be left`, {
      hint: "Name the tags that the wheel is to have instead",
    });
  }
  return [...tags].sort(compareCodePoints);
}
