/**
 * Rules about METADATA, PKG-INFO and the WHEEL file.
 * Spec: https://packaging.python.org/en/latest/specifications/core-metadata/
 */
export const METADATA_RULES = {
  HEADER_NOT_UTF8: {
    severity: "error",
    meaning: "METADATA, PKG-INFO or WHEEL is not UTF-8 text",
    why: "Core metadata: encoding",
  },
  HEADER_MISSING_SEPARATOR: {
    severity: "error",
    meaning: "A header line has no colon, so everything after it becomes the description",
    why: "Python's email parser ends the headers there",
  },
  HEADER_ORPHAN_CONTINUATION: {
    severity: "error",
    meaning: "The first line is indented and continues no header",
    why: "Python's email parser: FirstHeaderLineIsContinuationDefect",
  },
  HEADER_EMPTY_NAME: {
    severity: "error",
    meaning: "A header line begins with a colon",
    why: "Python's email parser: InvalidHeaderDefect",
  },
  HEADER_ENVELOPE_LINE: {
    severity: "error",
    meaning: "A header line begins with 'From ' as in a mailbox",
    why: "Python's email parser: MisplacedEnvelopeHeaderDefect",
  },
  HEADER_TOO_MANY: {
    severity: "error",
    meaning: "There are more than 100,000 headers",
    why: "No honest file needs them",
  },
  WHEEL_FILE_MISSING: {
    severity: "error",
    meaning: "The .dist-info folder has no WHEEL file",
    why: 'PyPI: "WHEEL not found"',
  },
  WHEEL_FILE_KEY_MISSING: {
    severity: "error",
    meaning: "A required key of the WHEEL file is missing",
    why: "Binary distribution format: file contents",
  },
  WHEEL_FILE_KEY_REPEATED: {
    severity: "error",
    meaning: "A key of the WHEEL file that may stand once stands several times",
    why: "Binary distribution format: file contents",
  },
  WHEEL_FILE_KEY_UNKNOWN: {
    severity: "note",
    meaning: "The WHEEL file holds a key that no specification knows",
    why: "Installers ignore it",
  },
  WHEEL_FILE_BAD_VALUE: {
    severity: "error",
    meaning: "A value of the WHEEL file cannot be understood",
    why: "Binary distribution format: file contents",
  },
  WHEEL_VERSION_UNSUPPORTED: {
    severity: "error",
    meaning: "Wheel-Version is not 1.0",
    why: "pip refuses a newer major version",
  },
  WHEEL_TAGS_MISMATCH: {
    severity: "error",
    meaning: "The WHEEL file lists other tags than the file name",
    why: "wheel tags: refuses the file",
  },
  WHEEL_BUILD_MISMATCH: {
    severity: "error",
    meaning: "The WHEEL file has another build tag than the file name",
    why: "Binary distribution format: file contents",
  },
  METADATA_MISSING: {
    severity: "error",
    meaning: "The .dist-info folder has no METADATA file",
    why: 'PyPI: "does not contain the required METADATA file"',
  },
  METADATA_FIELD_MISSING: {
    severity: "error",
    meaning: "Metadata-Version, Name or Version is missing",
    why: 'PyPI: "is a required field"',
  },
  METADATA_FIELD_UNKNOWN: {
    severity: "warning",
    meaning: "The metadata file holds a field that no specification knows",
    why: "packaging: unrecognized field",
  },
  METADATA_FIELD_REPEATED: {
    severity: "error",
    meaning: "A field that may stand once stands several times",
    why: 'PyPI: "has invalid data"',
  },
  METADATA_DESCRIPTION_TWICE: {
    severity: "error",
    meaning: "There is a Description field and a description after the headers",
    why: "packaging: description in both",
  },
  METADATA_MIME_HEADER: {
    severity: "error",
    meaning: "A MIME header makes parsers read the description as something else",
    why: "Python's email parser",
  },
  METADATA_FIELD_TOO_NEW: {
    severity: "error",
    meaning: "A field is newer than the declared Metadata-Version",
    why: 'PyPI: "introduced in metadata version X, not Y"',
  },
  METADATA_VERSION_UNKNOWN: {
    severity: "error",
    meaning: "Metadata-Version is not a version that exists",
    why: 'PyPI: "is not a valid metadata version"',
  },
  METADATA_NAME_INVALID: {
    severity: "error",
    meaning: "Name is not a valid project name",
    why: 'PyPI: "is an invalid value for Name"',
  },
  METADATA_PROJECT_VERSION_INVALID: {
    severity: "error",
    meaning: "Version is not a version",
    why: "PyPI, packaging: invalid version",
  },
  METADATA_DYNAMIC_INVALID: {
    severity: "error",
    meaning: "Dynamic names a field that does not exist or cannot be dynamic",
    why: 'PyPI: "is not a valid dynamic field"',
  },
  METADATA_SUMMARY_MULTILINE: {
    severity: "error",
    meaning: "Summary has more than one line",
    why: "PyPI: \"'summary' must be a single line\"",
  },
  METADATA_EMAIL_INVALID: {
    severity: "error",
    meaning: "The first address of Author-email or Maintainer-email is not an e-mail address",
    why: 'PyPI: "is not a valid email address"',
  },
  METADATA_URL_INVALID: {
    severity: "error",
    meaning: "A URL is not a valid http or https URL",
    why: 'PyPI: "is not a valid url"',
  },
  METADATA_URL_LABEL_INVALID: {
    severity: "error",
    meaning: "The label of a Project-URL is missing, longer than 32 characters, or used twice",
    why: 'PyPI: "Must have a label", "must be 32 characters or less"',
  },
  METADATA_REQUIREMENT_INVALID: {
    severity: "error",
    meaning: "A Requires-Dist, Provides-Dist or Obsoletes-Dist is not a valid requirement",
    why: "PyPI, packaging: invalid requirement",
  },
  METADATA_REQUIRES_PYTHON_INVALID: {
    severity: "error",
    meaning: "Requires-Python is not a set of version specifiers",
    why: "PyPI, packaging: invalid specifier",
  },
  METADATA_REQUIRES_PYTHON_MISSING: {
    severity: "note",
    meaning: "Requires-Python is absent: installers offer the release to every Python",
    why: "pip picks the newest release that Requires-Python allows",
  },
  METADATA_EXTRA_INVALID: {
    severity: "error",
    meaning: "Provides-Extra is not a valid name",
    why: "packaging: invalid extra",
  },
  METADATA_EXTRA_NOT_NORMALIZED: {
    severity: "warning",
    meaning: "Provides-Extra is not normalised, as metadata 2.3 and newer ask for",
    why: "PEP 685",
  },
  METADATA_EXTRA_DUPLICATE: {
    severity: "warning",
    meaning: "Two extras have the same normalised name",
    why: "PEP 685",
  },
  METADATA_EXTRA_UNDECLARED: {
    severity: "warning",
    meaning: "A requirement belongs to an extra that no Provides-Extra declares",
    why: 'pip: "does not provide the extra"',
  },
  METADATA_LICENSE_CONFLICT: {
    severity: "error",
    meaning: "License and License-Expression are both present",
    why: 'PyPI: "License is deprecated when License-Expression is present"',
  },
  METADATA_LICENSE_EXPRESSION_INVALID: {
    severity: "error",
    meaning: "License-Expression is not an SPDX license expression",
    why: "PyPI, packaging: invalid license expression",
  },
  METADATA_LICENSE_EXPRESSION_NOT_CANONICAL: {
    severity: "warning",
    meaning: "License-Expression is not written with canonical case and spacing",
    why: "PEP 639: tools store the canonical form",
  },
  METADATA_LICENSE_CLASSIFIER: {
    severity: "warning",
    meaning: "A License :: classifier stands beside License-Expression",
    why: "PEP 639: license classifiers are deprecated",
  },
  METADATA_LICENSE_FILE_INVALID: {
    severity: "error",
    meaning: "License-File is not a relative path with forward slashes",
    why: "PyPI, packaging: invalid license-file",
  },
  METADATA_LICENSE_FILE_TOO_NEW: {
    severity: "note",
    meaning: "License-File stands in metadata older than 2.4, where it has no meaning",
    why: "twine leaves the field out",
  },
  METADATA_LICENSE_FILE_MISSING: {
    severity: "error",
    meaning: "A file that License-File names is not in the distribution",
    why: 'PyPI: "License-File X does not exist in distribution file"',
  },
  METADATA_LICENSE_FILE_NOT_UTF8: {
    severity: "warning",
    meaning: "A license file is not UTF-8 text",
    why: "PEP 639",
  },
  METADATA_LICENSE_FILE_UNLISTED: {
    severity: "warning",
    meaning: "A file in .dist-info/licenses is named by no License-File",
    why: "PEP 639",
  },
  METADATA_IMPORT_NAME_INVALID: {
    severity: "error",
    meaning: "Import-Name or Import-Namespace is not a dotted name, or is in both lists",
    why: "PyPI, packaging: invalid import name",
  },
  METADATA_IMPORT_NAME_NOT_PROVIDED: {
    severity: "warning",
    meaning: "The wheel holds no module for a declared Import-Name",
    why: "PEP 794",
  },
  METADATA_CLASSIFIER_DUPLICATE: {
    severity: "warning",
    meaning: "A classifier stands twice",
    why: "Core metadata",
  },
  METADATA_DEPRECATED_FIELD: {
    severity: "note",
    meaning: "A deprecated field is used",
    why: "PEP 753, PEP 345",
  },
} as const;
