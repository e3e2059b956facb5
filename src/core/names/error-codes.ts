/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type NamesErrorCode = "NAME_INVALID";
