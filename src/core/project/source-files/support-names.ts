/** What lies beside pyproject.toml in many projects without being what they ship. */

/** Folders beside pyproject.toml that are seldom what a project ships. */
export const SUPPORT_FOLDERS: ReadonlySet<string> = new Set(
  (
    "bench benchmark benchmarks bin build ci conf config contrib debian demo demos dev dist doc docs documentation " +
    "etc example examples fixtures hack htmlcov lib misc node_modules notebooks packaging python requirements " +
    "sample samples script scripts site src task tasks test testing tests tool tools tutorial tutorials vendor"
  ).split(" "),
);

/** Modules beside pyproject.toml that other tools read. */
export const SUPPORT_MODULES: ReadonlySet<string> = new Set(
  "build conftest dodo fabfile hatch_build manage noxfile pavement setup tasks toxfile versioneer".split(" "),
);
