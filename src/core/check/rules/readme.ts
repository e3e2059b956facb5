/** Rules about the description, which PyPI shows as the project's page. */
export const README_RULES = {
  README_MISSING: {
    severity: "warning",
    meaning: "There is no description",
    why: "twine check: long_description missing",
  },
  README_CONTENT_TYPE_MISSING: {
    severity: "warning",
    meaning: "Description-Content-Type is absent, so the description is read as reStructuredText",
    why: "twine check: long_description_content_type missing",
  },
  README_CONTENT_TYPE_INVALID: {
    severity: "error",
    meaning: "Description-Content-Type is not one that the specification allows",
    why: "PyPI, packaging: invalid description-content-type",
  },
} as const;
