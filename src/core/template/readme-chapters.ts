/** Parts of a README that templates share. */
import type { TemplateOptions } from "./template-options.ts";

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
