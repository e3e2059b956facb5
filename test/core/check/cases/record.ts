import { hashOf, INFO, toBytes } from "../wheel-draft.ts";
import type { WheelCase } from "./wheel-case.ts";

const INIT = "hello/__init__.py";
const EMPTY = hashOf(toBytes(""));

/** Replaces the row of the package's first file. */
function replaceRow(row: string): (text: string) => string {
  return (text) => text.replace(`${INIT},${EMPTY},0\n`, row);
}

export const RECORD_CASES: readonly WheelCase[] = [
  {
    name: "no RECORD",
    code: "RECORD_MISSING",
    message: 'Wheel has no "hello-1.0.dist-info/RECORD"',
    change: (draft) => {
      draft.record = undefined;
    },
  },
  {
    name: "a RECORD that is not UTF-8",
    code: "RECORD_NOT_UTF8",
    message: /RECORD.*UTF-8.*byte 513/,
    change: (draft) => {
      draft.members = (members) => {
        return members.map((member) => {
          if (!member.path.endsWith("/RECORD")) return member;
          return { ...member, bytes: Buffer.concat([member.bytes, Buffer.from("\xff.py,,\n", "latin1")]) };
        });
      };
    },
    also: ["RECORD_FILE_ABSENT"],
  },
  {
    name: "a row of two fields",
    code: "RECORD_BAD_ROW",
    message: /row 8/,
    change: (draft) => {
      draft.record = (text) => `${text}hello/more.py,\n`;
    },
  },
  {
    name: "a quote that is never closed",
    code: "RECORD_UNCLOSED_QUOTE",
    message: /row 8.*quote/,
    change: (draft) => {
      draft.record = (text) => `${text}"hello/more.py,,\n`;
    },
    also: ["RECORD_BAD_ROW"],
  },
  {
    name: "a hash without an algorithm",
    code: "RECORD_BAD_HASH",
    message: /row 1.*47DEQpj8HBSa/,
    change: (draft) => {
      draft.record = replaceRow(`${INIT},47DEQpj8HBSa,0\n`);
    },
    also: ["RECORD_HASH_MISSING"],
  },
  {
    name: "a size that is no number",
    code: "RECORD_BAD_SIZE",
    message: /row 1.*none/,
    change: (draft) => {
      draft.record = replaceRow(`${INIT},${EMPTY},none\n`);
    },
    also: ["RECORD_SIZE_MISSING"],
  },
  {
    name: "a path that leads out of the wheel",
    code: "RECORD_BAD_PATH",
    message: 'Path "../hello.py" in RECORD is unsafe: it has a ".." part',
    change: (draft) => {
      draft.record = (text) => `${text}../hello.py,${EMPTY},0\n`;
    },
    also: ["RECORD_FILE_ABSENT"],
  },
  {
    name: "a file listed twice",
    code: "RECORD_DUPLICATE_PATH",
    message: /hello\/__init__\.py.*row 8/,
    change: (draft) => {
      draft.record = (text) => `${text}${INIT},${EMPTY},0\n`;
    },
  },
  {
    name: "a file that is not listed",
    code: "RECORD_FILE_UNLISTED",
    message: 'File "hello/__init__.py" is not listed in RECORD',
    change: (draft) => {
      draft.record = replaceRow("");
    },
  },
  {
    name: "a row without a file",
    code: "RECORD_FILE_ABSENT",
    message: 'RECORD lists "hello/gone.py", which is not there',
    change: (draft) => {
      draft.record = (text) => `hello/gone.py,${EMPTY},0\n${text}`;
    },
  },
  {
    name: "a file that was changed after it was packed",
    code: "RECORD_HASH_MISMATCH",
    message: 'Content of "hello/__init__.py" is not what RECORD has the hash of',
    change: (draft) => {
      draft.record = replaceRow(`${INIT},${hashOf(toBytes("changed"))},0\n`);
    },
  },
  {
    name: "a row without a hash",
    code: "RECORD_HASH_MISSING",
    message: 'RECORD gives no hash for "hello/__init__.py"',
    change: (draft) => {
      draft.record = replaceRow(`${INIT},,0\n`);
    },
  },
  {
    name: "an md5 hash",
    code: "RECORD_HASH_WEAK",
    message: 'RECORD gives a md5 hash for "hello/__init__.py"',
    change: (draft) => {
      draft.record = replaceRow(`${INIT},${hashOf(toBytes(""), "md5")},0\n`);
    },
  },
  {
    name: "a sha512 hash",
    code: "RECORD_HASH_UNCHECKED",
    message: 'RECORD gives a sha512 hash for "hello/__init__.py", which is not verified',
    change: (draft) => {
      draft.record = replaceRow(`${INIT},${hashOf(toBytes(""), "sha512")},0\n`);
    },
  },
  {
    name: "a wrong size",
    code: "RECORD_SIZE_MISMATCH",
    message: 'RECORD gives 12 bytes for "hello/__init__.py", which has 0',
    change: (draft) => {
      draft.record = replaceRow(`${INIT},${EMPTY},12\n`);
    },
  },
  {
    name: "a row without a size",
    code: "RECORD_SIZE_MISSING",
    message: 'RECORD gives no size for "hello/__init__.py"',
    change: (draft) => {
      draft.record = replaceRow(`${INIT},${EMPTY},\n`);
    },
  },
  {
    name: "a folder listed",
    code: "RECORD_DIRECTORY_LISTED",
    message: 'RECORD lists the folder "hello/"',
    change: (draft) => {
      draft.record = (text) => `hello/,,\n${text}`;
    },
  },
  {
    name: "a size for RECORD itself",
    code: "RECORD_SELF_HASHED",
    message: "RECORD gives a hash or size for itself",
    change: (draft) => {
      draft.record = (text) => text.replace("RECORD,,", "RECORD,,500");
    },
  },
  {
    name: "a signed RECORD",
    code: "RECORD_SIGNATURE",
    message: 'File "RECORD.jws" signs nothing that any installer verifies',
    change: (draft) => {
      draft.files[`${INFO}/RECORD.jws`] = "{}";
    },
  },
];
