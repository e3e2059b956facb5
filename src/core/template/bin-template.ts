/** `--template bin`: a program that pip installs, without any Python of its own. */
import { projectFiles } from "./project-files.ts";
import { allPlatformsChapter, releaseChapter } from "./readme-chapters.ts";
import type { TemplateNames } from "./template-names.ts";
import type { TemplateFiles, TemplateOptions } from "./template-options.ts";

export function binFiles(names: TemplateNames, license: string, options: TemplateOptions): TemplateFiles {
  const { project, module } = names;
  return {
    ...projectFiles(names, license, {
      summary: "A program that greets people",
      requiresPython: ">=3.8",
      tool: `# There is nothing to import: the wheel holds the program alone.
packages = []

[[tool.packwheel.native]]
kind = "executable"
name = "${project}"
sources = ["src/*.c"]
`,
      version: "static",
      readme: readme(names, options),
      ignored: "# The compiler of packwheel\n/node_modules/\n",
    }),
    "src/main.c": program(names),
    [`tests/test_${module}.py`]: testModule(names),
  };
}

function program({ project }: TemplateNames): string {
  return `#include <stdio.h>

int main(int count, char **words) {
  const char *name = count > 1 ? words[1] : "World";
  if (count > 2 || name[0] == '\\0') {
    fprintf(stderr, "usage: ${project} [NAME]\\n");
    return 2;
  }
  printf("Hello, %s!\\n", name);
  return fflush(stdout) == 0 ? 0 : 1;
}
`;
}

function testModule({ project }: TemplateNames): string {
  return `import os
import subprocess
import sysconfig
import unittest

# Where pip has put the program, in this environment.
PROGRAM = os.path.join(sysconfig.get_path("scripts"), "${project}" + (".exe" if os.name == "nt" else ""))


def run(*words):
    process = subprocess.run([PROGRAM] + list(words), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return process.returncode, process.stdout.decode().strip()


class ProgramTest(unittest.TestCase):
    def test_greets_the_world(self):
        self.assertEqual(run(), (0, "Hello, World!"))

    def test_greets_by_name(self):
        self.assertEqual(run("Ada"), (0, "Hello, Ada!"))

    def test_refuses_what_it_does_not_understand(self):
        self.assertEqual(run(""), (2, ""))
        self.assertEqual(run("Ada", "Grace"), (2, ""))


if __name__ == "__main__":
    unittest.main()
`;
}

function readme({ project }: TemplateNames, options: TemplateOptions): string {
  return `# ${project}

A program that greets people. \`pip install ${project}\` puts it on PATH.

## Build and test

\`\`\`sh
npx packwheel build
python -m pip install dist/*.whl
python -m unittest discover -s tests
\`\`\`

One wheel for each platform serves every Python.

${allPlatformsChapter("bin")}## Another language

In \`pyproject.toml\`, a command takes the place of \`sources\`:

\`\`\`toml
# Rust
command = ["cargo", "build", "--release"]

# Go
command = 'go build -trimpath -o "$PACKWHEEL_OUT_DIR/${project}" .'
\`\`\`

Programs that are built already, for many platforms, become wheels without a project:

\`\`\`sh
npx packwheel bin --project . linux-x86_64=out/${project} windows-amd64=out/${project}.exe macos-arm64=out/${project}-mac
\`\`\`

${releaseChapter(options)}`;
}
