/**
 * The Python module that a wheel of a prebuilt program holds: its console script replaces itself by the program.
 *
 * On POSIX `exec` keeps the process: signals, exit code and terminal are the program's own. Windows has no exec that
 * keeps the console's parent waiting, so there the program runs as a child; Ctrl-C reaches it through the console, and
 * the launcher waits until the program has decided what to do with it.
 */

export interface LauncherTarget {
  /** Name of the program inside the package's `bin` folder: `hello`, `hello.exe`. */
  readonly fileName: string;
  /** What runs it on Windows, which knows no `#!` lines: `["node"]`. Empty for machine code. */
  readonly interpreter: readonly string[];
}

/** `__init__.py` of the package. Runs on Python 2.7 and every Python 3. */
export function launcherModule({ fileName, interpreter }: LauncherTarget): string {
  const windowsCommand =
    interpreter.length === 0 ? "arguments" : `[${interpreter.map(pythonString).join(", ")}] + arguments`;
  return `"""Runs the program that this package ships."""

import os
import sys


def program_path():
    """The program's place on disk."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), "bin", ${pythonString(fileName)})


def main():
    """Run the program with this process's arguments."""
    path = program_path()
    arguments = [path] + sys.argv[1:]
    import signal

    if os.name == "nt":
        import subprocess

        # Ctrl-C reaches the program too, which decides what it means.
        signal.signal(signal.SIGINT, lambda *_: None)
        return subprocess.Popen(${windowsCommand}).wait()
    if not os.access(path, os.X_OK):
        # Not every installer keeps the executable bit.
        os.chmod(path, os.stat(path).st_mode | 0o111)
    for name in ("SIGPIPE", "SIGXFZ", "SIGXFSZ"):
        # Python ignores these, and exec would hand that down.
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    sys.stdout.flush()
    sys.stderr.flush()
    return os.execv(path, arguments)
`;
}

/** `__main__.py`: `python -m hello` does what the console script does. */
export function launcherMain(packageName: string): string {
  return `import sys

from ${packageName} import main

sys.exit(main())
`;
}

/** A Python string literal that is the same in Python 2 and 3: ASCII with escapes. */
function pythonString(text: string): string {
  if (/^[\w .+/-]*$/.test(text)) return `"${text}"`;
  const escaped = Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    if (/^[\w .+/-]$/.test(char)) return char;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
  return `u"${escaped.join("")}"`;
}
