/** `--template pure`: a package without native code, and a console script. */
import { projectFiles } from "./project-files.ts";
import { releaseChapter } from "./readme-chapters.ts";
import type { TemplateNames } from "./template-names.ts";
import type { TemplateFiles, TemplateOptions } from "./template-options.ts";

export function pureFiles(names: TemplateNames, license: string, options: TemplateOptions): TemplateFiles {
  const { project, module } = names;
  const folder = `src/${module}`;
  return {
    ...projectFiles(names, license, {
      summary: "Greets people",
      requiresPython: ">=3.8",
      project: `
[project.scripts]
${project} = "${module}.__main__:main"
`,
      tool: "",
      version: "dynamic",
      readme: readme(names, options),
    }),
    [`${folder}/__init__.py`]: `"""Greets people."""

__all__ = ["greet"]

__version__ = "0.1.0"


def greet(name: str) -> str:
    """Raises ValueError when the name is empty."""
    if not name:
        raise ValueError("cannot greet: the name is empty")
    return "Hello, %s!" % name
`,
    [`${folder}/__main__.py`]: `"""The program \`${project}\`, also as \`python -m ${module}\`."""

import argparse
import sys

from . import __version__, greet


def main() -> int:
    parser = argparse.ArgumentParser(prog="${project}", description="Greets people.")
    parser.add_argument("name", nargs="?", default="World")
    parser.add_argument("--version", action="version", version=__version__)
    try:
        print(greet(parser.parse_args().name))
    except ValueError as error:
        parser.error(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
`,
    [`${folder}/py.typed`]: "",
    [`tests/test_${module}.py`]: `import subprocess
import sys
import unittest

import ${module}


def run(*words):
    process = subprocess.run([sys.executable, "-m", "${module}"] + list(words), capture_output=True, text=True)
    return process.returncode, process.stdout.strip()


class GreetTest(unittest.TestCase):
    def test_greets(self):
        self.assertEqual(${module}.greet("World"), "Hello, World!")

    def test_refuses_an_empty_name(self):
        self.assertRaises(ValueError, ${module}.greet, "")


class ProgramTest(unittest.TestCase):
    def test_greets(self):
        self.assertEqual(run("Ada"), (0, "Hello, Ada!"))

    def test_refuses_an_empty_name(self):
        self.assertEqual(run(""), (2, ""))


if __name__ == "__main__":
    unittest.main()
`,
  };
}

function readme({ project, module }: TemplateNames, options: TemplateOptions): string {
  return `# ${project}

Greets people.

\`\`\`python
import ${module}

print(${module}.greet("World"))
\`\`\`

## Build and test

\`\`\`sh
npx packwheel build
python -m pip install dist/*.whl
python -m unittest discover -s tests
\`\`\`

While you work on it, \`npx packwheel develop\` in a virtual environment makes changes count at once. So does
\`pip install --editable .\`: \`packwheel_backend.py\` hands over to packwheel.

${releaseChapter(options)}`;
}
