import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type SettingName, UPLOAD_SETTINGS, UploadSettings } from "../../../src/core/upload/settings.ts";

function settings(
  options: Readonly<Record<string, string | boolean | undefined>>,
  variables: Readonly<Record<string, string>> = {},
): UploadSettings {
  return new UploadSettings(options, (name) => variables[name]);
}

describe("the table of settings", () => {
  const all = Object.entries(UPLOAD_SETTINGS);
  for (const [name, { flags, variables }] of all) {
    test(`gives ${name} an option, and the variable of the same name first`, () => {
      const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      assert.match(flags, new RegExp(`(?:^|, )--${words}(?: |$)`));
      assert.equal(variables[0], `PACKWHEEL_${words.toUpperCase().replaceAll("-", "_")}`);
    });
  }
  test("names each option once", () => {
    const flags = all.flatMap(([, spec]) => spec.flags.match(/(?<!\S)-{1,2}[\w-]+/g) ?? []);
    assert.equal(new Set(flags).size, flags.length);
  });
});

describe("UploadSettings.find()", () => {
  const variables = { PACKWHEEL_REPOSITORY: "ours", TWINE_REPOSITORY: "theirs" };
  const cases = [
    {
      name: "the option first",
      options: { repository: "a" },
      variables,
      found: { value: "a", origin: "--repository" },
    },
    { name: "our own variable next", options: {}, variables, found: { value: "ours", origin: "PACKWHEEL_REPOSITORY" } },
    {
      name: "twine's variable last, and an empty one as none",
      options: {},
      variables: { ...variables, PACKWHEEL_REPOSITORY: "" },
      found: { value: "theirs", origin: "TWINE_REPOSITORY" },
    },
    { name: "nothing", options: {}, variables: {}, found: undefined },
    {
      name: "an option that is empty as it is",
      options: { repository: "" },
      variables,
      found: { value: "", origin: "--repository" },
    },
  ];
  for (const { name, options, variables, found } of cases) {
    test(`takes ${name}`, () => assert.deepEqual(settings(options, variables).find("repository"), found));
  }
});

describe("UploadSettings.isOn()", () => {
  for (const [text, isOn] of Object.entries({
    "1": true,
    TRUE: true,
    yes: true,
    On: true,
    "0": false,
    False: false,
    no: false,
    OFF: false,
  })) {
    test(`reads ${text}`, () =>
      assert.equal(settings({}, { PACKWHEEL_SKIP_EXISTING: text }).isOn("skipExisting"), isOn));
  }
  test("is off when nothing is said", () => assert.equal(settings({}).isOn("skipExisting"), false));
  test("lets an option that is off win over a variable that is on", () => {
    assert.equal(settings({ skipExisting: false }, { PACKWHEEL_SKIP_EXISTING: "1" }).isOn("skipExisting"), false);
  });
});

describe("a setting that cannot be used", () => {
  type Read = (settings: UploadSettings) => unknown;
  const number: Read = (given) => given.number("retries", 5, 0, 100);
  const mode: Read = (given) => given.choice("trustedPublishing", ["automatic", "always", "never"]);
  const cases: readonly {
    name: string;
    options?: object;
    variables?: Record<string, string>;
    read: Read;
    message: string;
  }[] = [
    {
      name: "a switch that is neither",
      variables: { PACKWHEEL_SKIP_EXISTING: "maybe" },
      read: (given) => given.isOn("skipExisting"),
      message: 'Cannot use PACKWHEEL_SKIP_EXISTING "maybe": it needs true or false',
    },
    ...["-1", "1.5", "1e1", "101", "", " 7", "0x10"].map((text) => ({
      name: `the number "${text}"`,
      options: { retries: text },
      read: number,
      message: `Cannot use --retries "${text}": it needs a number from 0 to 100`,
    })),
    {
      name: "a choice there is not",
      options: { trustedPublishing: "Always" },
      read: mode,
      message: 'Cannot use --trusted-publishing "Always": it needs one of automatic, always, never',
    },
  ];
  for (const { name, options = {}, variables = {}, read, message } of cases) {
    test(`says what it needs: ${name}`, () => {
      assert.throws(() => read(settings({ ...options }, variables)), { code: "UPLOAD_SETTING_INVALID", message });
    });
  }
  test("numbers and choices are taken at their borders, and the first choice by itself", () => {
    const names: SettingName[] = ["retries", "concurrency"];
    assert.deepEqual(
      names.map((name) => settings({ retries: "0", concurrency: "64" }).number(name, 5, 0, 64)),
      [0, 64],
    );
    assert.equal(number(settings({})), 5);
    assert.equal(mode(settings({})), "automatic");
    assert.equal(mode(settings({ trustedPublishing: "never" })), "never");
  });
});
