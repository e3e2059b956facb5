/** `packwheel upload`: wheels and sdists on disk, up to an index, each exactly once. */
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { type Finding, PackwheelError } from "../../core/errors.ts";
import type { Clock, Random } from "../../core/ports/clock.ts";
import type { Http } from "../../core/ports/http.ts";
import type { Reporter } from "../../core/ports/reporter.ts";
import type { IdentityProvider } from "../../core/upload/identity/identity-provider.ts";
import { askIndex } from "../../core/upload/index/ask-index.ts";
import { type IndexedProject, type Listing, lookUp } from "../../core/upload/index/simple-index.ts";
import { type FileResult, type PublishFile, publishFiles } from "../../core/upload/publish/publish.ts";
import { findRepository, type Repository } from "../../core/upload/repository.ts";
import { uploadFields } from "../../core/upload/request/form.ts";
import { type SettingName, UploadSettings } from "../../core/upload/settings.ts";
import type { Redactor } from "../../core/upload/sign-in/secret.ts";
import { openHttp } from "../http.ts";
import { attestationFields } from "./attestation/attestation-files.ts";
import type { SigstoreServices } from "./attestation/sign-attestation.ts";
import { systemClock } from "./clock.ts";
import { findUploadFiles } from "./files/find-files.ts";
import { loadFiles } from "./files/load-files.ts";
import type { DiskDistribution } from "./files/upload-file.ts";
import { JOURNAL_NAME, openJournal } from "./journal-file.ts";
import { openCredentials } from "./sign-in/open-credentials.ts";
import { readPypirc } from "./sign-in/pypirc-file.ts";
import { describeResult, factsOf, resultFindings, type UploadedFile } from "./upload-result.ts";

export interface UploadFilesOptions {
  /** Wheels and sdists; `*` and `?` in the last part are expanded. */
  readonly paths: readonly string[];
  /** As the command line's options: `{ repository: "testpypi", skipExisting: true }`. */
  readonly settings?: Readonly<Partial<Record<SettingName, string | boolean>>> | undefined;
  /** Folder that relative paths start from. Default: the current one. */
  readonly cwd?: string | undefined;
  /** Default: the process's own. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Asks the person at the terminal; without it, nobody is asked. */
  readonly ask?: ((question: string, hidden: boolean) => Promise<string>) | undefined;
  /** Called with each token that this run was given, before it is used: to have logs hide it. */
  readonly mask?: ((token: string) => void) | undefined;
  readonly reporter?: Reporter | undefined;
  /** Hears of each file as soon as its matter is settled. */
  readonly onSettled?: ((file: UploadedFile) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** In place of the network, the system's clock and chance. */
  readonly http?: Http | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
  /** In place of Sigstore's public instance. */
  readonly sigstore?: SigstoreServices | undefined;
}

export interface UploadResult {
  /** Upload URL, without user and password. */
  readonly url: string;
  readonly isDryRun: boolean;
  readonly files: readonly UploadedFile[];
  readonly findings: readonly Finding[];
  /** Every file is up. */
  readonly isComplete: boolean;
}

/**
 * Upload files. What fails for one file is a finding, and the result tells which files are up; what keeps all of them
 * from being sent is thrown.
 *
 * @throws {PackwheelError} `UPLOAD_*`, `TRUSTED_PUBLISHING_*`, `ATTESTATION_*`, `HTTP_BAD_CERTIFICATE_FILE`,
 *   `FILE_MISSING`, `ABORTED`
 */
export async function uploadFiles(options: UploadFilesOptions): Promise<UploadResult> {
  const { cwd = process.cwd(), environment = process.env, reporter, signal } = options;
  const settings = new UploadSettings(options.settings ?? {}, (name) => environment[name]);
  const findings: Finding[] = [];
  const report = (finding: Finding): void => {
    findings.push(finding);
    reporter?.report({ kind: "finding", finding });
  };
  const limits = readLimits(settings);
  const repository = await chooseRepository(settings, { cwd, environment, report });
  const indexUrl = chooseIndex(settings, repository);
  const paths = await findUploadFiles(options.paths, cwd);
  const index = settings.isOn("noCheck") ? undefined : repository.server.rules;
  const files = await loadFiles(paths, { cwd, index, report, reporter, signal });

  const opened =
    options.http === undefined ? await openNetwork(settings, repository, environment, cwd, report) : undefined;
  const http = options.http ?? opened;
  if (http === undefined) throw new PackwheelError("UPLOAD_FAILED", "Cannot upload: there is no network");
  try {
    if (settings.isOn("dryRun"))
      return await previewUpload(files, { http, repository, indexUrl, findings, settings, options });
    const { ask, mask, clock = systemClock } = options;
    const sources = { settings, repository, environment, http, report, clock, ask, mask };
    const { credentials, redactor, provider } = await openCredentials(sources);
    const sendable = await addForms(files, { settings, provider, redactor, cwd, options });
    const first = files[0];
    const journalPath = settings.text("journal") ?? join(dirname(first?.path ?? ""), JOURNAL_NAME);
    const journal =
      settings.text("journal") === "none" ? undefined : await openJournal(resolve(cwd, journalPath), report);
    const targets = {
      url: repository.url,
      server: repository.server,
      indexUrl,
      askFirst: settings.find("checkUrl") !== undefined,
      skipExisting: settings.isOn("skipExisting"),
      ...limits,
    };
    const ports = {
      http,
      clock,
      random: options.random ?? Math.random,
      credentials,
      redactor,
      journal,
      reporter,
      onSettled: (result: FileResult) => options.onSettled?.(describeResult(result, repository)),
      signal,
    };
    const results = await publishFiles(sendable, targets, ports).finally(() => journal?.close());
    for (const result of results) for (const finding of resultFindings(result, repository)) findings.push(finding);
    const described = results.map((result) => describeResult(result, repository));
    const isComplete = described.every(({ status }) => DONE.has(status));
    if (isComplete) await journal?.remove();
    return { url: repository.url, isDryRun: false, files: described, findings, isComplete };
  } finally {
    await opened?.close();
  }
}

const DONE: ReadonlySet<UploadedFile["status"]> = new Set(["uploaded", "present", "skipped"]);

interface Limits {
  readonly concurrency: number;
  readonly maxAttempts: number;
}

function readLimits(settings: UploadSettings): Limits {
  return {
    concurrency: settings.number("concurrency", 4, 1, 64),
    maxAttempts: settings.number("retries", 5, 0, 100) + 1,
  };
}

interface Surroundings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly report: (finding: Finding) => void;
}

async function chooseRepository(
  settings: UploadSettings,
  { cwd, environment, report }: Surroundings,
): Promise<Repository> {
  const url = settings.text("repositoryUrl");
  const file = url === undefined ? await readPypirc(settings.text("configFile"), { cwd, environment }) : undefined;
  const repository = findRepository({ name: settings.text("repository"), url }, file?.pypirc);
  const isUsed = repository.password !== undefined;
  for (const finding of [...(isUsed ? (file?.findings ?? []) : []), ...repository.findings]) report(finding);
  return repository;
}

/** The index that can be asked what is there. */
function chooseIndex(settings: UploadSettings, { url, server }: Repository): string | undefined {
  const known = server.simpleUrl?.(new URL(url));
  const given = settings.find("checkUrl");
  if (given === undefined) return known;
  if (given.value !== "auto") {
    const { protocol } = parseIndexUrl(given.value);
    if (protocol === "https:" || protocol === "http:") return given.value;
  } else if (known !== undefined) return known;
  throw new PackwheelError("UPLOAD_URL_INVALID", `Cannot use ${given.origin}: no index is known for this upload URL`, {
    hint: "Give the root of its Simple API, as in https://pypi.org/simple/",
  });
}

function parseIndexUrl(text: string): { readonly protocol: string } {
  try {
    const url = new URL(text);
    if (url.password === "") return url;
  } catch {
    // Told by the caller.
  }
  return { protocol: "" };
}

async function openNetwork(
  settings: UploadSettings,
  repository: Repository,
  environment: Readonly<Record<string, string | undefined>>,
  cwd: string,
  report: (finding: Finding) => void,
): ReturnType<typeof openHttp> {
  const isInsecure = settings.isOn("insecure");
  if (isInsecure) {
    const { origin } = settings.find("insecure") ?? { origin: "--insecure" };
    const message = `Certificates are not verified (${origin}): anybody in between can read the password and change the files`;
    report({ code: "UPLOAD_INSECURE", severity: "warning", message, hint: "Give the index's authority with --cert" });
  }
  const seconds = (name: SettingName, fallback: number): number => settings.number(name, fallback, 1, 86_400) * 1000;
  const certificate = settings.text("cert") ?? repository.caCert;
  const client = settings.text("clientCert") ?? repository.clientCert;
  return openHttp({
    connectTimeout: seconds("connectTimeout", 15),
    idleTimeout: seconds("idleTimeout", 300),
    totalTimeout: seconds("totalTimeout", 3600),
    certificateFile: certificate === undefined ? undefined : resolve(cwd, certificate),
    clientCertificateFile: client === undefined ? undefined : resolve(cwd, client),
    isInsecure,
    http2: settings.isOn("http2"),
    environment,
  });
}

interface FormContext {
  readonly settings: UploadSettings;
  readonly provider: IdentityProvider | undefined;
  readonly redactor: Redactor;
  readonly cwd: string;
  readonly options: UploadFilesOptions;
}

async function addForms(files: readonly DiskDistribution[], context: FormContext): Promise<PublishFile[]> {
  const { settings, provider, redactor, cwd, options } = context;
  const attestations = await attestationFields(files, ({ path }) => resolve(cwd, path), {
    existing: settings.isOn("attestations"),
    sign: settings.isOn("attest"),
    provider,
    redactor,
    mask: (token) => options.mask?.(token.reveal()),
    clock: options.clock ?? systemClock,
    services: options.sigstore,
    signal: options.signal,
  });
  const comment = settings.text("comment");
  return files.map((file) => ({
    ...file,
    fields: uploadFields(file.metadata, file, { comment, attestations: attestations.get(file) }),
  }));
}

interface PreviewContext {
  readonly http: Http;
  readonly repository: Repository;
  readonly indexUrl: string | undefined;
  readonly findings: Finding[];
  readonly settings: UploadSettings;
  readonly options: UploadFilesOptions;
}

/** What a run would do, without credentials: nothing is sent but questions. */
async function previewUpload(files: readonly DiskDistribution[], context: PreviewContext): Promise<UploadResult> {
  const { http, repository, indexUrl, findings, options } = context;
  const described: UploadedFile[] = [];
  const pages = new Map<string, IndexedProject | "absent" | "unknown">();
  for (const file of files) {
    if (indexUrl !== undefined && !pages.has(file.project)) {
      try {
        const page = await askIndex(http, { indexUrl, project: file.project, signal: options.signal });
        pages.set(file.project, page ?? "absent");
      } catch (error) {
        if (!(error instanceof PackwheelError) || error.code === "ABORTED") throw error;
        pages.set(file.project, "unknown");
        findings.push({ code: error.code, severity: "warning", message: error.message, path: file.path });
      }
    }
    const page = pages.get(file.project) ?? "unknown";
    const listing: Listing = typeof page === "string" ? page : lookUp(page, file.filename, file.sha256);
    if (listing === "different") {
      const message = "The index has a file of this name with other content";
      findings.push({
        code: "UPLOAD_CONFLICT",
        severity: "error",
        message,
        path: file.path,
        hint: "Raise the version",
      });
    }
    described.push({ ...factsOf(file, repository), status: "planned", attempts: 0, milliseconds: 0, listing });
  }
  return { url: repository.url, isDryRun: true, files: described, findings, isComplete: false };
}
