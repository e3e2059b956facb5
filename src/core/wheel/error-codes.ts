/** Codes of the errors that this area raises. Public API: add freely, never rename. */
export type WheelErrorCode = "WHEEL_INVALID";
