/** An interpreter that wheels can be tried in: a Python of this machine, or Pyodide. */
import type { InterpreterTraits } from "../../core/trial/interpreter.ts";

export interface Interpreter extends InterpreterTraits {
  readonly kind: "python" | "pyodide";
  /** Absolute path of the program; of Pyodide the folder of its package. */
  readonly path: string;
  /** `CPython 3.13.1`, `Pyodide 314.0.7 (CPython 3.14.2)` */
  readonly label: string;
  /** `3.13.1` */
  readonly version: string;
  /** Distributions that it has: names and versions. */
  readonly installed: ReadonlyMap<string, string>;
  /** Variables of environment markers. */
  readonly marker: Readonly<Record<string, string>>;
}
