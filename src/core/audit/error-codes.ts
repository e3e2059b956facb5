/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type AuditErrorCode = "AUDIT_TAG_TOO_LOW";
