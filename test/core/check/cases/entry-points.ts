import { INFO } from "../wheel-draft.ts";
import type { WheelCase } from "./wheel-case.ts";

/** A wheel whose entry_points.txt is this text. */
function entryPoints(text: string | Uint8Array): WheelCase["change"] {
  return ({ files }) => {
    files[`${INFO}/entry_points.txt`] = text;
  };
}

export const ENTRY_POINTS_CASES: readonly WheelCase[] = [
  {
    name: "entry points in Latin-1",
    code: "ENTRY_POINTS_NOT_UTF8",
    message: /UTF-8.*byte 13/,
    change: entryPoints(Buffer.from("[groups]\n# gr\u00fc\u00dfe\nhello = hello\n", "latin1")),
  },
  {
    name: "an entry point before any group",
    code: "ENTRY_POINTS_NO_SECTION",
    message: /line 1/,
    change: entryPoints("hello = hello.cli:main\n"),
  },
  {
    name: "a line without =",
    code: "ENTRY_POINTS_BAD_LINE",
    message: /line 2.*hello: hello\.cli:main/,
    change: entryPoints("[console_scripts]\nhello: hello.cli:main\n"),
  },
  {
    name: "a group twice",
    code: "ENTRY_POINTS_DUPLICATE_GROUP",
    message: /console_scripts.*line 3/,
    change: entryPoints("[console_scripts]\na = hello.cli:main\n[console_scripts]\nb = hello.cli:main\n"),
  },
  {
    name: "a name twice in a group",
    code: "ENTRY_POINTS_DUPLICATE_NAME",
    message: /hello.*line 3/,
    change: entryPoints("[console_scripts]\nhello = hello.cli:main\nhello = hello.cli:main\n"),
  },
  {
    name: "a group with a blank",
    code: "ENTRY_POINTS_BAD_GROUP",
    message: /my plugins/,
    change: entryPoints("[my plugins]\nhello = hello.cli:main\n"),
  },
  {
    name: "a command with a blank",
    code: "ENTRY_POINTS_BAD_NAME",
    message: /say hello/,
    change: entryPoints("[console_scripts]\nsay hello = hello.cli:main\n"),
  },
  {
    name: "a command that runs a module",
    code: "ENTRY_POINTS_BAD_REFERENCE",
    message: /hello = hello\.cli/,
    change: entryPoints("[console_scripts]\nhello = hello.cli\n"),
  },
  {
    name: "an entry point with extras",
    code: "ENTRY_POINTS_EXTRAS",
    message: 'Entry point "hello" in [console_scripts] names extras, which installers ignore',
    change: entryPoints("[console_scripts]\nhello = hello.cli:main [color]\n"),
  },
  {
    name: "commands that differ in case",
    code: "ENTRY_POINTS_CASE_COLLISION",
    message: 'Commands "hello" and "Hello" differ in case alone',
    change: entryPoints("[console_scripts]\nhello = hello.cli:main\nHello = hello.cli:main\n"),
  },
  {
    name: "a command of a module that is not there",
    code: "ENTRY_POINTS_MODULE_MISSING",
    message: 'Command "hello" runs "hello.main:main", and the wheel holds no such module',
    change: entryPoints("[console_scripts]\nhello = hello.main:main\n"),
  },
];
