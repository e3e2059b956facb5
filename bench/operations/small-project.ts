/** The daily case: a project of a dozen modules, from the start of the process to its end. */
import { join } from "node:path";
import { onceMade, sourceText, writeInput } from "../inputs.ts";
import type { Contestant, Operation } from "../operation.ts";
import { pythonCommand } from "../peers.ts";

const BACKENDS = [
  { module: "flit_core", requires: "flit_core", backend: "flit_core.buildapi" },
  { module: "hatchling", requires: "hatchling", backend: "hatchling.build" },
] as const;

/** Without the check of dependencies: Debian's hatchling comes without one that it uses for editable installs only. */
const WORDS = ["--wheel", "--no-isolation", "--skip-dependency-check", "-o"];

export const smallProject: Operation = {
  name: "small-project",
  async prepare(context) {
    const outDir = join(context.folder, "out");
    const projects = BACKENDS.map(({ module, requires, backend }) =>
      onceMade(join(context.folder, `small-project-${module}`), (folder) => {
        const lines = [
          "[build-system]",
          `requires = ["${requires}"]`,
          `build-backend = "${backend}"`,
          "",
          "[project]",
          'name = "small"',
          'version = "1.0"',
          'description = "A small project"',
          'readme = "README.md"',
          'requires-python = ">=3.8"',
          'dependencies = ["packaging>=20"]',
          "",
          "[project.scripts]",
          'small = "small:main"',
          "",
        ];
        writeInput(folder, "pyproject.toml", lines.join("\n"));
        writeInput(folder, "README.md", "# small\n\nA small project.\n");
        writeInput(folder, "src/small/__init__.py", '"""A small project."""\n\n\ndef main():\n    print("small")\n');
        for (let index = 0; index < 12; index++) {
          writeInput(folder, `src/small/module${index}.py`, sourceText(3000, 1 + index));
        }
      }),
    );
    const peers = BACKENDS.map(({ module }, index): Contestant => {
      const cwd = projects[index] ?? "";
      return {
        name: `python -m build (${module})`,
        command: pythonCommand("build", WORDS.concat(outDir, cwd), [module]),
        missing: `build or ${module} is not installed`,
        cwd,
        outDir,
        goal: 5,
      };
    });
    // No goal, but the floor: no program that Node runs ends before this.
    peers.push({ name: "node -e 0", command: [process.execPath, "-e", "0"], cwd: context.folder });
    return {
      input: "14 files, whole process",
      runs: 5,
      packwheel: {
        name: "packwheel build --wheel",
        command: [...context.packwheel, "build", "--wheel", "-o", outDir, projects[0] ?? ""],
        cwd: context.folder,
        outDir,
      },
      peers,
    };
  },
};
