/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type AuditErrorCode = "AUDIT_NOT_STABLE_ABI" | "AUDIT_PYTHON_ABI_NEEDED" | "AUDIT_TAG_TOO_LOW";
