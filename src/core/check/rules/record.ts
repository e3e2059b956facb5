/**
 * Rules about RECORD, read both ways: every row against the archive, every member against the rows.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#signed-wheel-files
 */
export const RECORD_RULES = {
  RECORD_MISSING: {
    severity: "error",
    meaning: "The .dist-info folder has no RECORD file",
    why: 'PyPI: "does not contain the required RECORD file"',
  },
  RECORD_NOT_UTF8: {
    severity: "error",
    meaning: "RECORD is not UTF-8 text",
    why: 'PyPI: "does not contain the required RECORD file"',
  },
  RECORD_BAD_ROW: {
    severity: "error",
    meaning: "A row of RECORD does not have three fields",
    why: "Recording installed projects",
  },
  RECORD_UNCLOSED_QUOTE: {
    severity: "error",
    meaning: "A quote in RECORD is not closed",
    why: "Python's csv module reads the rest as one field",
  },
  RECORD_BAD_HASH: {
    severity: "error",
    meaning: "A hash in RECORD is not an algorithm, '=' and URL-safe base64 without padding",
    why: "Recording installed projects",
  },
  RECORD_BAD_SIZE: {
    severity: "error",
    meaning: "A size in RECORD is not a number",
    why: "Recording installed projects",
  },
  RECORD_BAD_PATH: {
    severity: "error",
    meaning: "A path in RECORD is absolute, leads out of the wheel or uses backslashes",
    why: "Binary distribution format",
  },
  RECORD_DUPLICATE_PATH: {
    severity: "error",
    meaning: "RECORD lists a file twice",
    why: "Recording installed projects",
  },
  RECORD_FILE_UNLISTED: {
    severity: "error",
    meaning: "A member of the archive is not listed in RECORD",
    why: "PyPI mails the maintainers; wheel unpack refuses the file",
  },
  RECORD_FILE_ABSENT: {
    severity: "error",
    meaning: "RECORD lists a file that is not in the archive",
    why: "PyPI mails the maintainers",
  },
  RECORD_HASH_MISMATCH: {
    severity: "error",
    meaning: "The content of a member has another hash than RECORD says",
    why: "wheel unpack: hash mismatch",
  },
  RECORD_HASH_MISSING: {
    severity: "error",
    meaning: "RECORD gives no hash for a member",
    why: "wheel unpack: no hash found",
  },
  RECORD_HASH_WEAK: {
    severity: "error",
    meaning: "RECORD uses md5 or sha1, or an unknown hash",
    why: "wheel unpack: weak hash algorithm",
  },
  RECORD_HASH_UNCHECKED: {
    severity: "note",
    meaning: "RECORD uses a stronger hash than sha256, which is not verified here",
    why: "sha256 is what every tool writes",
  },
  RECORD_SIZE_MISMATCH: {
    severity: "error",
    meaning: "A member has another size than RECORD says",
    why: "Recording installed projects",
  },
  RECORD_SIZE_MISSING: {
    severity: "warning",
    meaning: "RECORD gives no size for a member",
    why: "Recording installed projects",
  },
  RECORD_DIRECTORY_LISTED: {
    severity: "warning",
    meaning: "RECORD lists a directory",
    why: "Recording installed projects: files only",
  },
  RECORD_SELF_HASHED: {
    severity: "warning",
    meaning: "RECORD gives a hash or a size for itself",
    why: "Binary distribution format",
  },
  RECORD_SIGNATURE: {
    severity: "warning",
    meaning: "The wheel holds RECORD.jws or RECORD.p7s",
    why: "PEP 815: build tools must not add them",
  },
} as const;
