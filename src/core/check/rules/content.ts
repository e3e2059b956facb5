/** Rules about what a wheel brings into an environment, in the spirit of check-wheel-contents. */
export const CONTENT_RULES = {
  CONTENT_EMPTY: {
    severity: "warning",
    meaning: "The wheel holds nothing besides its .dist-info folder",
    why: "check-wheel-contents W008",
  },
  CONTENT_LIBRARY_EMPTY: {
    severity: "note",
    meaning: "The wheel holds scripts or data, but no module",
    why: "check-wheel-contents W007",
  },
  CONTENT_BYTECODE: {
    severity: "warning",
    meaning: "There is compiled bytecode (.pyc, .pyo, __pycache__)",
    why: "check-wheel-contents W001",
  },
  CONTENT_DUPLICATE: {
    severity: "warning",
    meaning: "Two files larger than 64 KiB have the same content",
    why: "check-wheel-contents W002",
  },
  CONTENT_TOP_LEVEL_FILE: {
    severity: "warning",
    meaning: "A file that is no module lies directly in site-packages",
    why: "check-wheel-contents W003",
  },
  CONTENT_NOT_IMPORTABLE: {
    severity: "note",
    meaning: "A module lies at a path that no import statement can name",
    why: "check-wheel-contents W004",
  },
  CONTENT_COMMON_NAME: {
    severity: "warning",
    meaning: "A top-level folder or module has a name that many projects use for other things (tests, docs, build)",
    why: "check-wheel-contents W005",
  },
  CONTENT_TOP_LEVEL_INIT: {
    severity: "warning",
    meaning: "An __init__.py lies directly in site-packages",
    why: "check-wheel-contents W006",
  },
  CONTENT_SEVERAL_TOP_LEVEL: {
    severity: "note",
    meaning: "The wheel holds more than one top-level package or module",
    why: "check-wheel-contents W009",
  },
  CONTENT_FOLDER_WITHOUT_MODULE: {
    severity: "warning",
    meaning: "A top-level folder holds no module",
    why: "check-wheel-contents W010",
  },
  CONTENT_BUILD_FILE: {
    severity: "warning",
    meaning: "A file that builds the project (setup.py, pyproject.toml, noxfile.py) lies directly in site-packages",
    why: "Binary distribution format: setup.py and setup.cfg are not in the wheel",
  },
  CONTENT_JUNK: {
    severity: "warning",
    meaning: "A file or folder that an editor, file manager, test run or version control left behind",
    why: "Of no use to those who install the wheel",
  },
  CONTENT_SECRET: {
    severity: "error",
    meaning: "A file has a name under which passwords and keys are kept",
    why: "What was published once stays public",
  },
  CONTENT_PRIVATE_KEY: {
    severity: "warning",
    meaning: "A file begins as a private key",
    why: "What was published once stays public",
  },
  CONTENT_CASE_COLLISION: {
    severity: "warning",
    meaning: "Two paths differ in case alone",
    why: "One overwrites the other on Windows and macOS",
  },
  CONTENT_WINDOWS_NAME: {
    severity: "warning",
    meaning: "A name cannot be created on Windows",
    why: "Installing fails on Windows",
  },
  CONTENT_PATH_TOO_LONG: {
    severity: "warning",
    meaning: "A path is longer than 170 characters, or one name in it longer than 255 bytes",
    why: "Windows without long paths allows 260 characters in all",
  },
  CONTENT_PTH_IMPORT: {
    severity: "note",
    meaning: "A .pth file runs code when Python starts",
    why: "PEP 829: such lines are ignored from Python 3.18",
  },
  CONTENT_PTH_ABSOLUTE: {
    severity: "warning",
    meaning: "A .pth file adds an absolute path: the wheel is an editable one",
    why: "PEP 660: editable wheels are not to be distributed",
  },
  CONTENT_TYPING_MARKER_MISSING: {
    severity: "note",
    meaning: "A package holds .pyi files and no py.typed, so type checkers ignore them",
    why: "Distributing type information",
  },
  DIST_INFO_FORBIDDEN_MEMBER: {
    severity: "error",
    meaning: "The .dist-info folder holds a file that only installers may write",
    why: "Recording installed projects: INSTALLER, REQUESTED, direct_url.json",
  },
  DIST_INFO_FILE_TOO_LARGE: {
    severity: "error",
    meaning: "A file in .dist-info is larger than 32 MiB, too large to be read",
    why: "Installers read these files into memory",
  },
  DIST_INFO_RESERVED_FOLDER: {
    severity: "warning",
    meaning: "The .dist-info folder holds a subfolder whose name is reserved",
    why: "Binary distribution format: the .dist-info directory",
  },
  DATA_KEY_UNKNOWN: {
    severity: "error",
    meaning: "The .data folder holds something else than purelib, platlib, headers, scripts and data",
    why: 'pip: "Unknown scheme key"',
  },
  SCRIPT_SUBFOLDER: {
    severity: "error",
    meaning: "The scripts folder holds a folder",
    why: "Binary distribution format: scripts may hold only files",
  },
  SCRIPT_SHEBANG: {
    severity: "warning",
    meaning: "A script begins with another Python shebang than #!python, which installers do not rewrite",
    why: "Binary distribution format: recommended installer features",
  },
  SCRIPT_SHADOWED: {
    severity: "warning",
    meaning: "A script has the name of an entry point, and pip leaves it out",
    why: "pip: generated scripts win",
  },
} as const;
