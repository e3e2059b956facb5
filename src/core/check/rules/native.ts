/** Rules about compiled files: whether the wheel's tags tell the truth about them. */
export const NATIVE_RULES = {
  NATIVE_LIBRARY_IN_ANY_WHEEL: {
    severity: "error",
    meaning: "A wheel for any platform holds compiled libraries for one",
    why: "Every other platform installs it and fails at import",
  },
  NATIVE_LIBRARIES_IN_ANY_WHEEL: {
    severity: "warning",
    meaning: "A wheel for any platform holds compiled libraries for several",
    why: "Everybody downloads the libraries of all the others",
  },
  NATIVE_PROGRAM_IN_ANY_WHEEL: {
    severity: "warning",
    meaning: "A wheel for any platform holds a compiled program",
    why: "It runs on its own platform alone",
  },
  NATIVE_IN_PURELIB: {
    severity: "warning",
    meaning: "A compiled library lies in purelib: Root-Is-Purelib should be false",
    why: "auditwheel: has to be platlib compliant",
  },
  NATIVE_PLATFORM_MISMATCH: {
    severity: "error",
    meaning: "No compiled library in the wheel is of the operating system that a platform tag names",
    why: "The wheel installs and fails at import",
  },
  NATIVE_ARCHITECTURE_MISMATCH: {
    severity: "error",
    meaning: "No compiled library in the wheel is of the architecture that a platform tag names",
    why: "The wheel installs and fails at import",
  },
  NATIVE_MIXED_ARCHITECTURES: {
    severity: "warning",
    meaning: "A compiled library is for an architecture that no tag of the wheel names, and another library fits",
    why: "auditwheel, delvewheel: one architecture in a wheel",
  },
  NATIVE_UNREADABLE: {
    severity: "warning",
    meaning: "A compiled file is damaged: its tables cannot be read",
    why: "No system loads it",
  },
  NATIVE_TOO_LARGE: {
    severity: "note",
    meaning: "A compiled file has more bytes than are read, so nothing is known of what it needs",
    why: "A check must not exhaust the machine that runs it",
  },
  NATIVE_EXTENSION_TAG_MISMATCH: {
    severity: "warning",
    meaning: "An extension module is named for a Python that the wheel's tags leave out",
    why: "No Python that installs the wheel can import it",
  },
} as const;
