/**
 * Rules about the zip archive itself. PyPI reads an archive twice, from its first byte and from its directory, and
 * refuses those that give two answers.
 * Spec: https://docs.pypi.org/archives, APPNOTE.TXT
 */
export const FRAMING_RULES = {
  ZIP_NOT_A_ZIP: {
    severity: "error",
    meaning: "The file is no zip archive",
    why: 'PyPI: "File is not a zipfile"',
  },
  ZIP_TRUNCATED: {
    severity: "error",
    meaning: "The archive ends before its records do",
    why: 'PyPI: "Malformed zip file"',
  },
  ZIP_INVALID: {
    severity: "error",
    meaning: "A record of the archive contradicts another or the file",
    why: 'PyPI: "Malformed zip file"',
  },
  ZIP_OVERLAP: {
    severity: "error",
    meaning: "Two members share bytes of the archive",
    why: "PyPI, unzip: overlapping members are a bomb",
  },
  ZIP_MULTIPLE_DISKS: {
    severity: "error",
    meaning: "The archive is one part of several",
    why: 'PyPI: "Malformed zip file"',
  },
  ZIP_BAD_ZIP64: {
    severity: "error",
    meaning: "The records for large archives are wrong",
    why: 'PyPI: "Malformed zip file"',
  },
  ZIP_BAD_EXTRA: {
    severity: "error",
    meaning: "An extra field of a header cannot be read, stands twice, or gives the member another name",
    why: 'PyPI: "Malformed zip file", "Invalid duplicate extra in local file"',
  },
  ZIP_ZIP64_EXTRA_LENGTH: {
    severity: "error",
    meaning: "The extra field with 64-bit sizes has a length that PyPI does not know",
    why: 'PyPI: "Malformed zip file"',
  },
  ZIP_ZIP64_EXTENSIBLE_DATA: {
    severity: "error",
    meaning: "The end record holds data that nobody defines",
    why: 'PyPI: "ZIP64 extensible data not allowed"',
  },
  ZIP_TOO_MANY_ENTRIES: {
    severity: "error",
    meaning: "The archive has more members than are read",
    why: "No honest wheel has so many",
  },
  ZIP_TOO_LARGE: {
    severity: "error",
    meaning: "The archive unpacks to more than is read",
    why: "No honest wheel is so large",
  },
  ZIP_RATIO: {
    severity: "error",
    meaning: "The archive unpacks to more than 64 MiB and more than 200 times its size",
    why: "Archives made to fill disks do so",
  },
  ZIP_BAD_NAME: {
    severity: "error",
    meaning: "A member's name is not valid UTF-8",
    why: 'PyPI: "Filename not unicode"',
  },
  ZIP_NAME_NOT_UTF8: {
    severity: "error",
    meaning: "A member's name has letters beyond ASCII, and the flag for UTF-8 is missing",
    why: 'PyPI: "Filename not in central directory"',
  },
  ZIP_UNSAFE_PATH: {
    severity: "error",
    meaning: "A member's path leads out of the folder, or holds characters that some systems do not allow",
    why: 'pip refuses such members; PyPI: "Invalid character in filename"',
  },
  ZIP_DUPLICATE_NAME: {
    severity: "error",
    meaning: "Two members have the same name",
    why: 'PyPI: "Duplicate filename in central directory"',
  },
  ZIP_PATH_CONFLICT: {
    severity: "error",
    meaning: "A member lies below another that is a file",
    why: "It cannot be unpacked",
  },
  ZIP_SYMLINK: {
    severity: "error",
    meaning: "A member is a symbolic link",
    why: "PEP 778 is deferred: installers write the target as text into a file",
  },
  ZIP_SPECIAL_FILE: {
    severity: "error",
    meaning: "A member is a device, a pipe or a socket",
    why: "It cannot be installed",
  },
  ZIP_ENCRYPTED: {
    severity: "error",
    meaning: "A member is encrypted",
    why: "Installers have no password",
  },
  ZIP_UNSUPPORTED_METHOD: {
    severity: "error",
    meaning: "A member is compressed in another way than deflate",
    why: 'PyPI: "File does not use a supported compression type"',
  },
  ZIP_VERSION_NEEDED: {
    severity: "error",
    meaning: "A member asks for a version of the format that Python does not know",
    why: "Python's zipfile: NotImplementedError",
  },
  ZIP_LOCAL_MISMATCH: {
    severity: "error",
    meaning: "The header before a member says something else than the directory",
    why: 'PyPI: "Mis-matched data size", "Mis-matched file size", "Filename not in central directory"',
  },
  ZIP_DATA_DESCRIPTOR: {
    severity: "error",
    meaning: "The sizes of a member stand behind its data",
    why: 'PyPI: "ZIP contains a data descriptor"',
  },
  ZIP_MEMBER_COMMENT: {
    severity: "error",
    meaning: "A member has a comment",
    why: 'PyPI: "Comment in central directory"',
  },
  ZIP_ARCHIVE_COMMENT: {
    severity: "warning",
    meaning: "The archive has a comment",
    why: "docs.pypi.org/archives: comments are not allowed",
  },
  ZIP_PREFIX_DATA: {
    severity: "error",
    meaning: "There are bytes before the archive",
    why: 'PyPI: "Unknown record signature"',
  },
  ZIP_GAP: {
    severity: "error",
    meaning: "There are bytes between members or records that belong to none",
    why: 'PyPI: "Unknown record signature"',
  },
  ZIP_TRAILING_DATA: {
    severity: "error",
    meaning: "There are bytes after the archive",
    why: 'PyPI: "Trailing data"',
  },
  ZIP_AND_TAR: {
    severity: "error",
    meaning: "The file can be read as a zip and as a tar archive",
    why: 'PyPI: "File is both a zip and a tar file"',
  },
  ZIP_BAD_DEFLATE: {
    severity: "error",
    meaning: "The compressed data of a member is broken",
    why: "pip: cannot unpack",
  },
  ZIP_SIZE_MISMATCH: {
    severity: "error",
    meaning: "A member unpacks to another size than the directory says",
    why: "pip: cannot unpack",
  },
  ZIP_CRC_MISMATCH: {
    severity: "error",
    meaning: "A member unpacks to something else than was packed",
    why: "pip: bad CRC-32",
  },
} as const;
