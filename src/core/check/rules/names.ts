/**
 * Rules about the file name, and about what must agree with it.
 * Spec: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention
 */
export const NAMES_RULES = {
  FILENAME_CONTROL_CHARACTER: {
    severity: "error",
    meaning: "The file name holds a control character",
    why: 'PyPI: "Cannot upload a file with non-printable characters"',
  },
  FILENAME_SEPARATOR: {
    severity: "error",
    meaning: "The file name holds a slash or a backslash",
    why: "PyPI: \"Cannot upload a file with '/' or '\\' in the name\"",
  },
  FILENAME_EXTENSION: {
    severity: "error",
    meaning: "The file name ends in neither .whl nor .tar.gz",
    why: 'PyPI: "Invalid file extension"',
  },
  FILENAME_TOO_LONG: {
    severity: "error",
    meaning: "The file name is longer than 246 bytes, so its .metadata companion cannot exist",
    why: 'PyPI: "Filename is too long"',
  },
  FILENAME_INVALID: {
    severity: "error",
    meaning: "The file name does not have the parts that its kind of distribution needs",
    why: 'PyPI: "Invalid wheel filename", "Invalid source distribution filename"',
  },
  FILENAME_NAME_INVALID: {
    severity: "error",
    meaning: "The name part of the file name is not a valid project name",
    why: 'PyPI: "Invalid wheel filename"',
  },
  FILENAME_VERSION_INVALID: {
    severity: "error",
    meaning: "The version part of the file name is not a version",
    why: 'PyPI: "Invalid wheel filename (invalid version)"',
  },
  FILENAME_BUILD_INVALID: {
    severity: "error",
    meaning: "The build tag does not begin with a digit",
    why: 'PyPI: "Invalid build number"',
  },
  FILENAME_TAG_INVALID: {
    severity: "error",
    meaning: "A tag is empty, or a Python tag is not an identifier",
    why: 'PyPI: "Invalid wheel filename"',
  },
  FILENAME_NAME_NOT_NORMALIZED: {
    severity: "error",
    meaning: "The name part is not lower case with single underscores",
    why: 'PyPI: "Filename should contain the normalized project name"',
  },
  FILENAME_VERSION_NOT_NORMALIZED: {
    severity: "warning",
    meaning: "The version part is not written in its normal form",
    why: "Binary distribution format: file name convention",
  },
  FILENAME_TAGS_UNSORTED: {
    severity: "note",
    meaning: "The tags of a compressed set are not sorted, or repeat",
    why: "Platform compatibility tags: compressed tag sets",
  },
  NAME_MISMATCH: {
    severity: "error",
    meaning: "The metadata names another project than the file name",
    why: "PyPI: \"Start filename for '…' with '…'\"",
  },
  VERSION_MISMATCH: {
    severity: "error",
    meaning: "The metadata has another version than the file name",
    why: "PyPI: \"Version in filename should be '…'\"",
  },
  DIST_INFO_MISSING: {
    severity: "error",
    meaning: "There is no .dist-info folder",
    why: 'PyPI: "WHEEL not found"; pip: ".dist-info directory not found"',
  },
  DIST_INFO_SEVERAL: {
    severity: "error",
    meaning: "There is more than one .dist-info folder",
    why: 'pip: "multiple .dist-info directories found"',
  },
  DIST_INFO_NAME_MISMATCH: {
    severity: "error",
    meaning: "The .dist-info folder is not spelled as the file name's name and version",
    why: 'PyPI: "WHEEL not found at …"',
  },
  DATA_FOLDER_NAME_MISMATCH: {
    severity: "error",
    meaning: "A top-level .data folder is not spelled as the file name's name and version",
    why: "pip installs its schemes, uv copies it as a folder",
  },
} as const;
