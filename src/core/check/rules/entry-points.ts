/**
 * Rules about entry_points.txt.
 * Spec: https://packaging.python.org/en/latest/specifications/entry-points/
 */
export const ENTRY_POINTS_RULES = {
  ENTRY_POINTS_NOT_UTF8: {
    severity: "error",
    meaning: "entry_points.txt is not UTF-8 text",
    why: 'PyPI: "has invalid entry points defined in the entry_points.txt file"',
  },
  ENTRY_POINTS_NO_SECTION: {
    severity: "error",
    meaning: "A line stands before the first group",
    why: 'PyPI: "has invalid entry points defined in the entry_points.txt file"',
  },
  ENTRY_POINTS_BAD_LINE: {
    severity: "error",
    meaning: "A line is neither a group nor 'name = value'",
    why: 'PyPI: "has invalid entry points defined in the entry_points.txt file"',
  },
  ENTRY_POINTS_DUPLICATE_GROUP: {
    severity: "error",
    meaning: "A group stands twice",
    why: 'PyPI: "has invalid entry points defined in the entry_points.txt file"',
  },
  ENTRY_POINTS_DUPLICATE_NAME: {
    severity: "error",
    meaning: "A name stands twice in a group",
    why: 'PyPI: "has invalid entry points defined in the entry_points.txt file"',
  },
  ENTRY_POINTS_BAD_GROUP: {
    severity: "warning",
    meaning: "A group is not a dotted name",
    why: "Entry points: data model",
  },
  ENTRY_POINTS_BAD_NAME: {
    severity: "error",
    meaning: "A script has a name with other characters than letters, digits, underscore, dot and dash",
    why: 'PyPI: "has invalid entry points defined in the entry_points.txt file"',
  },
  ENTRY_POINTS_BAD_REFERENCE: {
    severity: "error",
    meaning: "An entry point does not refer to a module or an object in one; commands need the object",
    why: "Entry points: object reference",
  },
  ENTRY_POINTS_EXTRAS: {
    severity: "note",
    meaning: "An entry point names extras",
    why: "Entry points: extras are discouraged and ignored by installers",
  },
  ENTRY_POINTS_CASE_COLLISION: {
    severity: "warning",
    meaning: "Two scripts have names that differ in case alone",
    why: "One overwrites the other on Windows and macOS",
  },
  ENTRY_POINTS_MODULE_MISSING: {
    severity: "warning",
    meaning: "A script refers to a module that its own package does not hold",
    why: "The installed command fails with ModuleNotFoundError",
  },
} as const;
