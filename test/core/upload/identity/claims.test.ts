import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { claimsHint, describeClaims, readClaims } from "../../../../src/core/upload/identity/claims.ts";
import { Secret } from "../../../../src/core/upload/sign-in/secret.ts";

function tokenOf(payload: string): Secret {
  return new Secret(`eyJhbGciOiJSUzI1NiJ9.${Buffer.from(payload).toString("base64url")}.c2ln`);
}

describe("readClaims()", () => {
  test("reads the payload, whatever characters are in it", () => {
    const claims = { iss: "https://gitlab.com", sub: "größe ✓ ???>>>" };
    assert.deepEqual(readClaims(tokenOf(JSON.stringify(claims))), claims);
  });
  const bad = [
    { name: "text without dots", token: new Secret("token") },
    { name: "nothing", token: new Secret("") },
    { name: "a payload that is no base64", token: new Secret("a.!!!.c") },
    { name: "a payload that is no JSON", token: tokenOf("{") },
    { name: "a payload that is no object", token: tokenOf('"text"') },
    { name: "null", token: tokenOf("null") },
  ];
  for (const { name, token } of bad) {
    test(`gives undefined for ${name}`, () => assert.equal(readClaims(token), undefined));
  }
});

describe("describeClaims()", () => {
  const cases = [
    {
      name: "GitHub",
      claims: {
        iss: "https://token.actions.githubusercontent.com",
        sub: "repo:octo/hello:environment:pypi",
        repository: "octo/hello",
        repository_owner: "octo",
        repository_owner_id: "123",
        job_workflow_ref: "octo/hello/.github/workflows/release.yml@refs/tags/v1",
        ref: "refs/tags/v1",
      },
      lines: [
        '  iss: "https://token.actions.githubusercontent.com" (issuer)',
        '  repository: "octo/hello" (owner and repository)',
        '  repository_owner: "octo" (owner)',
        '  repository_owner_id: "123" (the owner\'s number: another one for a fork, or a name that changed hands)',
        '  job_workflow_ref: "octo/hello/.github/workflows/release.yml@refs/tags/v1" (workflow name: the file that holds the job)',
        "  environment: (none) (environment name)",
        '  ref: "refs/tags/v1" (branch or tag)',
        '  sub: "repo:octo/hello:environment:pypi" (subject)',
      ],
    },
    {
      name: "a GitLab of one's own",
      claims: { iss: "https://gitlab.example.com", sub: "project_path:a/b", project_path: "a/b" },
      lines: [
        '  iss: "https://gitlab.example.com" (issuer)',
        '  project_path: "a/b" (namespace and project)',
        "  ci_config_ref_uri: (none) (top-level pipeline file)",
        "  environment: (none) (environment name)",
        '  sub: "project_path:a/b" (subject)',
      ],
    },
    {
      name: "Google",
      claims: { iss: "https://accounts.google.com", sub: "1", email: "robot@example.com", repository: "not compared" },
      lines: [
        '  iss: "https://accounts.google.com" (issuer)',
        '  email: "robot@example.com" (service account)',
        '  sub: "1" (subject)',
      ],
    },
    { name: "nobody known", claims: { sub: 7 }, lines: ['  iss: "unknown" (issuer)', "  sub: (none) (subject)"] },
  ];
  for (const { name, claims, lines } of cases) {
    test(`tells what is compared for ${name}`, () => assert.deepEqual(describeClaims(claims), lines));
  }
  test("shows no control characters", () => {
    assert.ok(!describeClaims({ iss: "https://x", sub: "a\u001b[31m\n" }).join("").includes("\u001b"));
  });
});

describe("claimsHint()", () => {
  const top = "octo/hello/.github/workflows/release.yml@main";
  const cases: readonly [string, Readonly<Record<string, unknown>> | undefined, RegExp | undefined][] = [
    ["invalid-publisher", { event_name: "pull_request_target" }, /another event/],
    ["invalid-publisher", { job_workflow_ref: "octo/other/w.yml@main", workflow_ref: top }, /reusable workflows/],
    ["invalid-publisher", { job_workflow_ref: top, workflow_ref: top }, /Compare these claims/],
    ["invalid-pending-publisher", undefined, /Compare these claims/],
    ["invalid-reuse-token", undefined, /Run the job again/],
    ["not-enabled", undefined, /API token/],
    ["invalid-token", {}, /audience/],
    ["something-new", {}, undefined],
  ];
  for (const [code, claims, words] of cases) {
    test(`for ${code} with ${JSON.stringify(claims)}`, () => {
      const hint = claimsHint(code, claims);
      if (words === undefined) assert.equal(hint, undefined);
      else assert.match(hint ?? "", words);
    });
  }
});
