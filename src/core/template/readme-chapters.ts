/** Parts of a README that templates share. */
import { COMPILER_PACKAGES, isBuiltByPackwheel } from "./ci/commands.ts";
import type { TemplateKind, TemplateOptions } from "./template-options.ts";

/** For projects that packwheel's own compiler builds. */
export function allPlatformsChapter(template: TemplateKind): string {
  if (!isBuiltByPackwheel(template)) return "";
  const systems = template === "bin" ? "Linux, macOS and Windows" : "Linux, macOS, Windows and Pyodide";
  return `Wheels for ${systems} come from any one machine, without a compiler on it:

\`\`\`sh
npm install --no-save ${COMPILER_PACKAGES}
npx packwheel build --target all
\`\`\`

`;
}

export function releaseChapter({ ci }: TemplateOptions): string {
  if (ci === "github") {
    return `## Release

Tell PyPI once which workflow may publish: in the project's settings, or at
https://pypi.org/manage/account/publishing/ for a new one, with the workflow \`wheels.yml\` and the environment \`pypi\`.
Then raise the version, and push a tag that begins with \`v\`. No password is stored anywhere.
`;
  }
  if (ci === "gitlab") {
    return `## Release

Tell PyPI once which pipeline may publish: in the project's settings, or at
https://pypi.org/manage/account/publishing/ for a new one, with the pipeline file \`.gitlab-ci.yml\` and the environment
\`pypi\`. Then raise the version, and push a tag that begins with \`v\`. No password is stored anywhere.
`;
  }
  return `## Release

\`\`\`sh
npx packwheel check dist/*
python -m pip install twine
python -m twine upload dist/*
\`\`\`
`;
}
