/** Platform tags that PyPI takes. It leaves Python and ABI tags free. */
import {
  ANDROID_ABIS,
  IOS_ARCHS,
  MACOS_ARCHS,
  MACOS_MAJORS,
  MORE_MANYLINUX_ARCHS,
  MUSLLINUX_ARCHS,
  WHOLE_TAGS,
} from "./data/pypi-platforms.ts";
import { parsePlatformTag } from "./platform-tag.ts";

/** Whether PyPI takes a wheel with this platform tag. What is no tag in lower case is not taken. */
export function isAllowedOnPyPI(platformTag: string): boolean {
  if (!/^[a-z0-9_]+$/.test(platformTag)) return false;
  if (holds(WHOLE_TAGS, platformTag)) return true;
  const tag = parsePlatformTag(platformTag);
  switch (tag.kind) {
    case "macos":
      if (!holds(MACOS_ARCHS, tag.arch)) return false;
      return tag.major === 10 || (holds(MACOS_MAJORS, String(tag.major)) && tag.minor === 0);
    case "manylinux":
      return holds(MUSLLINUX_ARCHS, tag.arch) || holds(MORE_MANYLINUX_ARCHS, tag.arch);
    case "musllinux":
      return holds(MUSLLINUX_ARCHS, tag.arch);
    case "ios":
      return holds(IOS_ARCHS, tag.arch);
    case "android":
      return holds(ANDROID_ABIS, tag.abi);
    case "pyemscripten":
      return true;
    default:
      return false;
  }
}

function holds(words: string, word: string): boolean {
  return words.split(" ").includes(word);
}
