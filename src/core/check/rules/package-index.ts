/** Rules of PyPI that another index need not have. Left out with `index: "none"`. */
export const INDEX_RULES = {
  INDEX_FILE_TOO_LARGE: {
    severity: "error",
    meaning: "The file is larger than 100 MiB",
    why: "PyPI: \"File too large. Limit for project '…' is 100 MB\"",
  },
  INDEX_COMPRESSION_RATIO: {
    severity: "error",
    meaning: "The archive unpacks to more than 64 MiB and more than 50 times its size",
    why: 'PyPI: "File exceeds compression ratio of 50"',
  },
  INDEX_PLATFORM_TAG: {
    severity: "error",
    meaning: "PyPI does not take wheels with this platform tag",
    why: 'PyPI: "has an unsupported platform tag"',
  },
  INDEX_OBFUSCATED: {
    severity: "error",
    meaning: "A Python file was encrypted by PyArmor or SourceDefender",
    why: 'PyPI: "PyArmor-encrypted content is not allowed"',
  },
  INDEX_METADATA_VERSION: {
    severity: "error",
    meaning: "Metadata-Version is newer than PyPI takes",
    why: 'PyPI: "is not a valid metadata version"',
  },
  INDEX_LOCAL_VERSION: {
    severity: "error",
    meaning: "The version has a local part",
    why: 'PyPI: "The use of local versions is not allowed"',
  },
  INDEX_SUMMARY_TOO_LONG: {
    severity: "error",
    meaning: "Summary is longer than 512 characters",
    why: "PyPI: \"'summary' field must be 512 characters or less\"",
  },
  INDEX_DIRECT_DEPENDENCY: {
    severity: "error",
    meaning: "A requirement points to a URL",
    why: 'PyPI: "Can\'t have direct dependency"',
  },
  INDEX_CLASSIFIER_UNKNOWN: {
    severity: "error",
    meaning: "A classifier is not in PyPI's list",
    why: 'PyPI: "is not a valid classifier"',
  },
  INDEX_CLASSIFIER_UNLISTED_VERSION: {
    severity: "warning",
    meaning: "A classifier with a version number is not in the list, though others of its kind are; it may be new",
    why: "The list of classifiers grows with each release of Python and the frameworks",
  },
  INDEX_CLASSIFIER_PRIVATE: {
    severity: "error",
    meaning: "A Private :: classifier keeps the project from being uploaded",
    why: 'PyPI: "is not a valid classifier"',
  },
  INDEX_CLASSIFIER_DEPRECATED: {
    severity: "error",
    meaning: "A classifier is deprecated",
    why: "PyPI: \"The classifier '…' has been deprecated\"",
  },
  INDEX_STANDARD_LIBRARY_NAME: {
    severity: "warning",
    meaning: "A new project may not have the name of a standard library module",
    why: 'PyPI: "isn\'t allowed (conflict with Python Standard Library module name)"',
  },
  INDEX_FILE_EXISTS: {
    severity: "error",
    meaning: "With `--online`: the index has a file of this name with other content",
    why: 'PyPI: "File already exists"',
  },
  INDEX_FILE_PRESENT: {
    severity: "note",
    meaning: "With `--online`: the index has this very file",
    why: "PyPI takes it again without complaint; other indexes may not",
  },
  INDEX_RELEASE_OLD: {
    severity: "error",
    meaning: "With `--online`: the release is older than 14 days",
    why: 'PyPI: "Uploading new files to releases older than 14 days is not allowed"',
  },
  INDEX_SDIST_EXISTS: {
    severity: "error",
    meaning: "With `--online`: the release has an sdist of another name",
    why: 'PyPI: "Only one sdist may be uploaded per release"',
  },
  INDEX_PROJECT_CLOSED: {
    severity: "error",
    meaning: "With `--online`: the project is archived or quarantined",
    why: "Such projects take no uploads (PEP 792)",
  },
  INDEX_NAME_TAKEN: {
    severity: "note",
    meaning: "With `--online`: the project exists, and the release would be new",
    why: 'PyPI: "isn\'t allowed to upload to project", unless you are one of its maintainers',
  },
  INDEX_NAME_NEW: {
    severity: "note",
    meaning: "With `--online`: the index does not know the project",
    why: "A misspelt name makes a new project, and a token for one project cannot make one",
  },
  INDEX_UNANSWERED: {
    severity: "warning",
    meaning: "With `--online`: the index could not be asked",
    why: "Nothing is known of what it has",
  },
} as const;
