/** Codes of the errors and findings of trying wheels. Public API: add freely, never rename. */
export type TrialErrorCode =
  /** What was named as a Python is none, or gives no answer. */
  | "TRIAL_PYTHON_FAILED"
  /** A wheel could not be put where it was to be tried. */
  | "TRIAL_INSTALL_FAILED"
  /** A module, the code or a test of a wheel failed. */
  | "TRIAL_FAILED"
  /** No interpreter that is here fits a wheel. */
  | "TRIAL_NOT_TRIED";
