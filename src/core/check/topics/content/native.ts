/** Compiled files against the tags: whoever the wheel is offered to must be able to load them. */
import type { Finding } from "../../../errors.ts";
import { FAT_ARCHES, fitsPlatform } from "../../../object/machine.ts";
import { type PlatformTag, parsePlatformTag } from "../../../tags/platform-tag.ts";
import type { TagSet } from "../../../tags/tag-set.ts";
import { excerpt } from "../../../wheel/header-block.ts";
import { type NativeFile, readNativeFile } from "../../contents/native-file.ts";
import type { PlacedMember, WheelContents } from "../../contents/wheel-contents.ts";
import { finding } from "../../finding.ts";

interface FoundFile extends PlacedMember {
  readonly native: NativeFile;
}

/** @param tags Of the file name; undefined when they cannot be read. */
export function checkNative(contents: WheelContents, tags: TagSet | undefined): Finding[] {
  const files = contents.members.flatMap((placed): FoundFile[] => {
    const native = readNativeFile(placed.member.head);
    return native === undefined ? [] : [{ ...placed, native }];
  });
  const libraries = files.filter(({ native }) => native.kind === "library");
  return [
    ...checkPurelib(libraries, contents.rootIsPurelib, tags),
    ...(tags === undefined ? [] : checkAnyPlatform(files, tags)),
    ...(tags === undefined ? [] : checkPlatforms(libraries, tags)),
    ...(tags === undefined ? [] : checkArchitectures(libraries, tags)),
    ...(tags === undefined ? [] : checkExtensionNames(contents, tags)),
  ];
}

function checkAnyPlatform(files: readonly FoundFile[], tags: TagSet): Finding[] {
  if (!tags.platform.includes("any")) return [];
  const platforms = new Set(
    files.filter(({ native }) => native.kind === "library").map(({ native }) => describe(native)),
  );
  return files.map(({ member: { path }, native }) => {
    const message = `Wheel is for any platform, but this ${native.kind} is for ${describe(native)}`;
    if (native.kind === "program") return finding("NATIVE_PROGRAM_IN_ANY_WHEEL", message, { path });
    // Libraries for several platforms are there on purpose: the package chooses among them.
    if (platforms.size > 1) return finding("NATIVE_LIBRARIES_IN_ANY_WHEEL", message, { path });
    return finding("NATIVE_LIBRARY_IN_ANY_WHEEL", message, { path, hint: "Tag the wheel for its platform" });
  });
}

function checkPurelib(
  libraries: readonly FoundFile[],
  rootIsPurelib: boolean | undefined,
  tags: TagSet | undefined,
): Finding[] {
  // In a wheel for any platform the tag is the fault, and it is told already.
  if (tags?.platform.includes("any")) return [];
  return libraries.flatMap(({ member: { path }, place, native }) => {
    if (place.kind !== "library") return [];
    if (place.scheme === "platlib" || (place.scheme === "root" && rootIsPurelib !== true)) return [];
    const where = place.scheme === "root" ? "a wheel with Root-Is-Purelib: true" : ".data/purelib";
    const message = `Library is for ${describe(native)}, and lies in ${where}`;
    return [finding("NATIVE_IN_PURELIB", message, { path, hint: "Write Root-Is-Purelib: false" })];
  });
}

/** For each platform tag at least one library must fit; a wheel may hold libraries of others as data. */
function checkPlatforms(libraries: readonly FoundFile[], tags: TagSet): Finding[] {
  const [first] = libraries;
  if (first === undefined) return [];
  return tags.platform.flatMap((text) => {
    const tag = readPlatform(text);
    if (tag.kind === "any") return [];
    const [sample] = libraries.filter(({ native }) => isOfSystem(native, tag));
    if (sample === undefined) {
      const message = `Tag "${excerpt(text)}" stands for another system, and this library is for ${describe(first.native)}`;
      return [finding("NATIVE_PLATFORM_MISMATCH", message, { path: first.member.path })];
    }
    const { system } = sample.native;
    const ofSystem = libraries.filter(({ native }) => native.system === system);
    // The two halves of a universal wheel may lie in files of their own.
    const machines = ofSystem.flatMap(({ native }) => native.machines);
    if (fitsPlatform({ system, machines }, tag) || machines.every((name) => name.startsWith("unknown"))) return [];
    const message = `Tag "${excerpt(text)}" stands for another processor, and this library is for ${describe(sample.native)}`;
    return [finding("NATIVE_ARCHITECTURE_MISMATCH", message, { path: sample.member.path })];
  });
}

/** ELF headers do not tell the versions of ARM apart. */
function readPlatform(text: string): PlatformTag {
  return parsePlatformTag(text.replace(/armv6l$/, "armv7l"));
}

/**
 * Libraries for a processor that no tag stands for, beside one that fits: who installs the wheel cannot load them.
 * Those of other systems are there on purpose, as data.
 */
function checkArchitectures(libraries: readonly FoundFile[], tags: TagSet): Finding[] {
  const platforms = tags.platform.map(readPlatform);
  const fits = ({ native }: FoundFile): boolean =>
    platforms.some((tag) => isOfSystem(native, tag) && native.machines.some((name) => machinesOf(tag).includes(name)));
  return libraries.flatMap((library) => {
    const sample = libraries.find((other) => other.native.system === library.native.system && fits(other));
    if (sample === undefined || fits(library)) return [];
    const fitting = `"${excerpt(sample.member.path)}" is for ${describe(sample.native)}`;
    const message = `Library is for ${describe(library.native)}, and ${fitting}`;
    return [
      finding("NATIVE_MIXED_ARCHITECTURES", message, {
        path: library.member.path,
        hint: "Make a wheel for each architecture",
      }),
    ];
  });
}

function machinesOf(tag: PlatformTag): readonly string[] {
  switch (tag.kind) {
    case "macos":
      return FAT_ARCHES[tag.arch] ?? [tag.arch];
    case "android":
      return [ANDROID_MACHINES[tag.abi] ?? tag.abi];
    case "linux":
    case "manylinux":
    case "manylinux-legacy":
    case "musllinux":
      return [tag.arch === "armv8l" ? "armv7l" : tag.arch];
    case "windows":
    case "ios":
      return [tag.arch];
    case "pyemscripten":
      return ["wasm32"];
    default:
      return [];
  }
}

const ANDROID_MACHINES: Readonly<Record<string, string>> = {
  armeabi_v7a: "armv7l",
  arm64_v8a: "aarch64",
  x86: "i686",
};

function isOfSystem({ system }: NativeFile, tag: PlatformTag): boolean {
  switch (tag.kind) {
    case "windows":
      return system === "windows";
    case "macos":
    case "ios":
      return system === "macos";
    case "linux":
    case "manylinux":
    case "manylinux-legacy":
    case "musllinux":
    case "android":
      return system === "linux";
    case "pyemscripten":
      return system === "emscripten";
    default:
      return true;
  }
}

/** `_speed.cpython-312-x86_64-linux-gnu.so` and `_speed.cp312-win_amd64.pyd` are for Python 3.12 alone. */
function checkExtensionNames({ members }: WheelContents, tags: TagSet): Finding[] {
  return members.flatMap(({ member: { path }, place }) => {
    // No file system takes longer names, and matching them would take long.
    const filename = path.slice(path.lastIndexOf("/") + 1);
    if (place.kind !== "library" || filename.length > 255) return [];
    const match = /\.(?:cpython-|cp)(\d)(\d{1,2}t?)d?(?:m|u|mu)?-[^/]*\.(?:so|pyd)$/.exec(filename);
    if (match === null) return [];
    const [, major, minor] = match;
    const python = `cp${major}${minor?.replace("t", "")}`;
    const generic = [`py${major}`, `py${major}${minor}`];
    if (tags.python.some((tag) => tag === python || generic.includes(tag) || !/^(?:cp|py)\d/.test(tag))) {
      return [];
    }
    const message = `Extension module is for ${python}, and the wheel is for ${excerpt(tags.python.join(", "))}`;
    return [finding("NATIVE_EXTENSION_TAG_MISMATCH", message, { path })];
  });
}

function describe({ system, machines }: NativeFile): string {
  const name = { linux: "Linux", macos: "macOS", windows: "Windows", emscripten: "Pyodide" }[system];
  return `${name} on ${machines.join(" and ")}`;
}
