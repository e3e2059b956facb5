/**
 * Rules about what compiled files need of the system and of Python, against what the wheel's tags promise. `build`
 * finds the same, and refuses to make a wheel that breaks those whose severity is `error`.
 */
export const AUDIT_RULES = {
  AUDIT_TAG_TOO_LOW: {
    severity: "error",
    meaning: "A compiled file needs a newer system than a platform tag promises",
    why: "The wheel installs on older systems and fails at import; auditwheel, delocate",
  },
  AUDIT_PYTHON_ABI_NEEDED: {
    severity: "error",
    meaning: "The ABI tag is none, and a compiled file needs Py* symbols or links libpython",
    why: "The wheel installs on Pythons that it crashes or fails on",
  },
  AUDIT_NOT_STABLE_ABI: {
    severity: "error",
    meaning: "The ABI tag is abi3, and a compiled file needs symbols that the stable ABI of that Python lacks",
    why: "abi3audit; the wheel fails at import on other Pythons",
  },
  AUDIT_LIBPYTHON_LINKED: {
    severity: "error",
    meaning: "A compiled file links the library of one Python, which others do not have",
    why: "auditwheel takes libpython out; python3XY.dll comes with one Python alone",
  },
  AUDIT_EXTERNAL_LIBRARY: {
    severity: "warning",
    meaning: "A compiled file needs a library that is neither in the wheel nor part of the systems of its tags",
    why: "auditwheel, delocate: not on the list of libraries; the wheel works where somebody installed it",
  },
  AUDIT_LIBRARY_NOT_ON_PATH: {
    severity: "warning",
    meaning: "A library is in the wheel, and the file that needs it looks for it elsewhere",
    why: "The loader fails, unless Python code has loaded that library before",
  },
  AUDIT_NO_POLICY: {
    severity: "warning",
    meaning: "A compiled file needs a symbol or a processor that no policy of manylinux or musllinux promises",
    why: "auditwheel: the wheel is not consistent with any policy",
  },
  AUDIT_MIXED_C_LIBRARIES: {
    severity: "error",
    meaning: "Some compiled files need glibc, and others need musl",
    why: "No system has both",
  },
  AUDIT_UNKNOWN_PLATFORM: {
    severity: "warning",
    meaning: "A compiled file is for a system or machine that no platform tag stands for",
    why: "No system that the wheel installs on can load it",
  },
  AUDIT_EXECUTABLE_STACK: {
    severity: "warning",
    meaning: "A library asks for an executable stack",
    why: "glibc 2.41 and newer refuse to load it",
  },
  AUDIT_TEXT_RELOCATIONS: {
    severity: "warning",
    meaning: "A library changes its machine code as it is loaded",
    why: "Hardened systems refuse to load it",
  },
  AUDIT_SIGNATURE_BROKEN: {
    severity: "error",
    meaning: "The code signature of a Mach-O file does not fit to the file, which was changed after it was signed",
    why: "macOS kills programs that load it",
  },
  AUDIT_NO_MINIMUM_VERSION: {
    severity: "warning",
    meaning: "A Mach-O file does not say which macOS it needs",
    why: "The platform tag cannot be held against it; delocate",
  },
  AUDIT_MINOR_VERSION_LOST: {
    severity: "note",
    meaning: "A Mach-O file needs a minor version of macOS 11 or later, which tags cannot tell",
    why: "The wheel installs on earlier minor versions, too; delocate warns as well",
  },
} as const;
