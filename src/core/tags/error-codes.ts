/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type TagsErrorCode = "TAG_INVALID";
