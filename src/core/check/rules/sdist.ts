/**
 * Rules about source distributions.
 * Spec: https://packaging.python.org/en/latest/specifications/source-distribution-format/
 */
export const SDIST_RULES = {
  SDIST_FILENAME_NOT_NORMALIZED: {
    severity: "error",
    meaning: "The file name is not the normalised name, a dash and the normalised version",
    why: "PyPI: \"Filename '…' is invalid, should be '…'\"",
  },
  SDIST_TOP_FOLDER_SEVERAL: {
    severity: "error",
    meaning: "There is not exactly one top-level folder",
    why: 'PyPI: "Incorrect number of top-level directories in sdist"',
  },
  SDIST_TOP_FOLDER_NAME: {
    severity: "error",
    meaning: "The top-level folder is not named as the file",
    why: "Source distribution format",
  },
  SDIST_PKG_INFO_MISSING: {
    severity: "error",
    meaning: "The top-level folder has no PKG-INFO",
    why: 'PyPI: "PKG-INFO not found"',
  },
  SDIST_METADATA_VERSION: {
    severity: "warning",
    meaning: "PKG-INFO has a Metadata-Version older than 2.2",
    why: "Source distribution format",
  },
  SDIST_PYPROJECT_MISSING: {
    severity: "warning",
    meaning: "The top-level folder has no pyproject.toml",
    why: "Source distribution format",
  },
  SDIST_LINK_ESCAPES: {
    severity: "error",
    meaning: "A link points outside of the sdist",
    why: "PEP 721: refused by the data filter",
  },
  GZIP_INVALID: {
    severity: "error",
    meaning: "The file is no gzip stream, or a broken one",
    why: 'PyPI: "File is not a tarfile"',
  },
  GZIP_TOO_LARGE: {
    severity: "error",
    meaning: "The file unpacks to more than is read",
    why: "No honest sdist is so large",
  },
  TAR_NOT_A_TAR: {
    severity: "error",
    meaning: "The file holds no tar archive",
    why: 'PyPI: "File is not a tarfile"',
  },
  TAR_TRUNCATED: {
    severity: "error",
    meaning: "The archive ends within a member",
    why: "pip: cannot unpack",
  },
  TAR_BAD_CHECKSUM: {
    severity: "error",
    meaning: "A header of the archive is broken",
    why: "pip: cannot unpack",
  },
  TAR_BAD_NUMBER: {
    severity: "error",
    meaning: "A number in a header cannot be read",
    why: "pip: cannot unpack",
  },
  TAR_BAD_PAX: {
    severity: "error",
    meaning: "A pax header cannot be read",
    why: "pip: cannot unpack",
  },
  TAR_MISSING_END: {
    severity: "warning",
    meaning: "The archive does not end with two blocks of zeros",
    why: "tar: A lone zero block, unexpected end",
  },
  TAR_TRAILING_DATA: {
    severity: "error",
    meaning: "There is data after the end of the archive",
    why: "Tools disagree on what lies there",
  },
  TAR_TOO_MANY_ENTRIES: {
    severity: "error",
    meaning: "The archive has more members than are read",
    why: "No honest sdist has so many",
  },
  TAR_TOO_LARGE: {
    severity: "error",
    meaning: "The archive unpacks to more than is read",
    why: "No honest sdist is so large",
  },
  TAR_HEADER_TOO_LARGE: {
    severity: "error",
    meaning: "A pax header is larger than any real one",
    why: "No honest sdist has it",
  },
  TAR_BAD_NAME: {
    severity: "error",
    meaning: "A member's name is not UTF-8",
    why: "Source distribution format: UTF-8 names",
  },
  TAR_UNSAFE_PATH: {
    severity: "error",
    meaning: "A member would be unpacked outside of the folder",
    why: "PEP 721: refused by the data filter",
  },
  TAR_DUPLICATE_PATH: {
    severity: "error",
    meaning: "Two members have the same path",
    why: "Which one stays depends on the tool",
  },
  TAR_SYMLINK: {
    severity: "warning",
    meaning: "A member is a symbolic link",
    why: "Windows cannot always make links",
  },
  TAR_HARD_LINK: {
    severity: "warning",
    meaning: "A member is a hard link",
    why: "Windows cannot always make links",
  },
  TAR_DEVICE: {
    severity: "error",
    meaning: "A member is a device or a pipe",
    why: "PEP 721: refused by the data filter",
  },
  TAR_SPARSE: {
    severity: "error",
    meaning: "A member is stored as a sparse file",
    why: 'PyPI: "Sparse members are not allowed"',
  },
  TAR_UNKNOWN_TYPE: {
    severity: "error",
    meaning: "A member is of an unknown kind",
    why: "PEP 721",
  },
} as const;
