/**
 * One wheel for each of several targets, and the sdist once. A wheel whose code needs no C library runs with all of
 * them: it gets the tags of both, and the other target of its machine needs no wheel.
 */
import type { BuiltFile, DistributionKind } from "../core/build/build-project.ts";
import { type Finding, PackwheelError } from "../core/errors.ts";
import type { Reporter } from "../core/ports/reporter.ts";
import type { BuildTarget } from "../core/targets/build-target.ts";
import { inParallel } from "./workers.ts";

export interface TargetBuild<File extends BuiltFile> {
  readonly target: BuildTarget;
  /** Undefined when another wheel is for this target too, when the target failed, and when it was left out. */
  readonly wheel: File | undefined;
  /** The target whose wheel is for this one too. */
  readonly coveredBy: string | undefined;
  /** Why there is no wheel; only with `keepGoing`. */
  readonly failure: PackwheelError | undefined;
  /** Why the target cannot have what the project is, and nobody asked for it by name. */
  readonly leftOut: PackwheelError | undefined;
  readonly milliseconds: number;
}

export interface TargetBuilds<File extends BuiltFile> {
  readonly sdist: File | undefined;
  /** In the order of `BUILD_TARGETS`. */
  readonly targets: readonly TargetBuild<File>[];
  readonly findings: readonly Finding[];
}

export type TargetEvent<File extends BuiltFile> =
  | { readonly kind: "begin"; readonly target: BuildTarget }
  | { readonly kind: "end"; readonly build: TargetBuild<File> };

/** Who builds the project for one target: on a disk, in a browser. */
export interface TargetBuilder<File extends BuiltFile> {
  build(
    target: BuildTarget,
    kinds: readonly DistributionKind[],
    ports: { readonly reporter: Reporter | undefined; readonly signal: AbortSignal },
  ): Promise<{ readonly files: readonly File[]; readonly findings: readonly Finding[] }>;
  /** How many targets may be built at once. Asked when the first is built. */
  width(): Promise<number>;
  /** Milliseconds, of any beginning. */
  now(): number;
}

export interface BuildForTargetsOptions<File extends BuiltFile = BuiltFile> {
  readonly kinds?: readonly DistributionKind[] | undefined;
  /** Whether a target may be left out when its system has no such things as the project is. Default: none. */
  readonly isOptional?: ((target: BuildTarget) => boolean) | undefined;
  /** Build the other targets when one fails. Default false: one failure ends all. */
  readonly keepGoing?: boolean | undefined;
  /** Called when work for a target begins, and when its wheel is there, or will not be. */
  readonly onTarget?: ((event: TargetEvent<File>) => void) | undefined;
  readonly reporter?: Reporter | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** @throws {PackwheelError} everything that the builder throws, with the target's name before the message */
export async function buildForTargets<File extends BuiltFile>(
  targets: readonly BuildTarget[],
  builder: TargetBuilder<File>,
  options: BuildForTargetsOptions<File>,
): Promise<TargetBuilds<File>> {
  if (targets.length === 0) return { sdist: undefined, targets: [], findings: [] };
  const run = new TargetsRun(targets, builder, options);
  await run.buildAll();
  const done = run.done.toSorted((left, right) => targets.indexOf(left.target) - targets.indexOf(right.target));
  return { sdist: run.sdist, targets: done, findings: run.findings };
}

class TargetsRun<File extends BuiltFile> {
  readonly #targets: readonly BuildTarget[];
  readonly #builder: TargetBuilder<File>;
  readonly #options: BuildForTargetsOptions<File>;
  readonly #progress: TargetsProgress;
  /** Ends what is under way when one target has failed. */
  readonly #stop: AbortController = new AbortController();
  readonly #signal: AbortSignal;
  readonly done: TargetBuild<File>[] = [];
  readonly findings: Finding[] = [];
  sdist: File | undefined;

  constructor(targets: readonly BuildTarget[], builder: TargetBuilder<File>, options: BuildForTargetsOptions<File>) {
    this.#targets = targets;
    this.#builder = builder;
    this.#options = options;
    const { signal } = options;
    this.#signal = signal === undefined ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal]);
    this.#progress = new TargetsProgress(targets.length, options.reporter);
  }

  async buildAll(): Promise<void> {
    const kinds = this.#options.kinds ?? ["sdist", "wheel"];
    const waiting = [...this.#targets];
    // One alone at first: what is wrong with the project is wrong for all.
    while (waiting.length > 0 && this.done.every(({ wheel }) => wheel === undefined)) {
      const [next] = waiting.splice(0, 1);
      if (next !== undefined) await this.#build(next, kinds);
    }
    if (this.#isForAll) return;
    // Targets of one machine after each other, since the wheel of one may do for the next.
    const machines = [...new Set(waiting.map(({ machine }) => machine))];
    const failures: unknown[] = [];
    await inParallel(machines, await this.#builder.width(), async (machine) => {
      try {
        for (const target of waiting.filter((each) => each.machine === machine)) await this.#build(target, ["wheel"]);
      } catch (error) {
        // All must have ended before the files of the others are taken away.
        failures.push(error);
        this.#stop.abort(error);
      }
    });
    if (failures.length > 0) throw failures[0];
  }

  /** A wheel without code is the same everywhere. */
  get #isForAll(): boolean {
    return this.done.some(({ wheel }) => wheel?.tags.some((tag) => tag.endsWith("-any")) === true);
  }

  async #build(target: BuildTarget, kinds: readonly DistributionKind[]): Promise<void> {
    this.#signal.throwIfAborted();
    const coveredBy = this.done.find(({ wheel, target: { machine } }) => {
      return machine === target.machine && wheel !== undefined && hasTagFor(wheel, target);
    })?.target.name;
    const start = this.#builder.now();
    this.#progress.begin(target.name);
    this.#options.onTarget?.({ kind: "begin", target });
    const built = coveredBy === undefined ? await this.#buildWheel(target, kinds) : undefined;
    const build: TargetBuild<File> = {
      target,
      wheel: built?.wheel,
      coveredBy,
      failure: built?.failure,
      leftOut: built?.leftOut,
      milliseconds: coveredBy === undefined ? Math.round(this.#builder.now() - start) : 0,
    };
    this.done.push(build);
    this.#progress.end(target.name);
    this.#options.onTarget?.({ kind: "end", build });
  }

  async #buildWheel(
    target: BuildTarget,
    kinds: readonly DistributionKind[],
  ): Promise<Pick<TargetBuild<File>, "wheel" | "failure" | "leftOut">> {
    try {
      const ports = { reporter: this.#progress.of(target.name), signal: this.#signal };
      const { files, findings } = await this.#builder.build(target, kinds, ports);
      this.sdist ??= files.find(({ kind }) => kind === "sdist");
      this.findings.push(...findings.filter((each) => !this.findings.some((known) => isSame(known, each))));
      return { wheel: files.find(({ kind }) => kind === "wheel"), failure: undefined, leftOut: undefined };
    } catch (error) {
      if (!(error instanceof PackwheelError) || !isOfTarget(error)) throw error;
      if (error.code === "NATIVE_KIND_UNSUPPORTED" && this.#options.isOptional?.(target) === true) {
        return { wheel: undefined, failure: undefined, leftOut: error };
      }
      const failure = named(target, error);
      if (this.#options.keepGoing !== true) throw failure;
      return { wheel: undefined, failure, leftOut: undefined };
    }
  }
}

/** One bar for all targets: how many are done, and which are being built. */
class TargetsProgress {
  readonly #total: number;
  readonly #reporter: Reporter | undefined;
  readonly #current: string[] = [];
  #done = 0;

  constructor(total: number, reporter: Reporter | undefined) {
    this.#total = total;
    this.#reporter = reporter;
  }

  /** What one of the builds tells, with its target's name; its own bar would jump between targets. */
  of(name: string): Reporter | undefined {
    const reporter = this.#reporter;
    if (reporter === undefined) return undefined;
    return {
      report: (event) => {
        if (event.kind === "phase") reporter.report({ ...event, text: `${name}: ${event.text}` });
        else if (event.kind !== "progress") reporter.report(event);
        this.#draw();
      },
    };
  }

  begin(name: string): void {
    this.#current.push(name);
    this.#draw();
  }

  end(name: string): void {
    this.#current.splice(this.#current.indexOf(name), 1);
    this.#done += 1;
    this.#draw();
  }

  #draw(): void {
    this.#reporter?.report({
      kind: "progress",
      done: this.#done,
      total: this.#total,
      unit: "targets",
      about: this.#current.join(", "),
    });
  }
}

/** Whether another target may fare better, as with code that does not compile; not with a full disk. */
function isOfTarget({ code }: PackwheelError): boolean {
  return /^(?:NATIVE|IR|SYSROOT|TARGET|AUDIT|ELF|MACHO|PE|OBJECT)_|^TOOLCHAIN_CRASHED$/.test(code);
}

function named({ name }: BuildTarget, error: PackwheelError): PackwheelError {
  const { code, message, hint, offset, path, findings } = error;
  return new PackwheelError(code, `${name}: ${message}`, { hint, offset, path, findings, cause: error });
}

function isSame(left: Finding, right: Finding): boolean {
  return left.code === right.code && left.path === right.path && left.message === right.message;
}

/** `manylinux_2_17_x86_64` is for glibc, `musllinux_1_1_x86_64` for musl. */
function hasTagFor({ tags }: BuiltFile, { system, libc, machine }: BuildTarget): boolean {
  if (system !== "linux") return false;
  const beginning = libc === "musl" ? "musllinux_" : "manylinux";
  return tags.some((tag) => {
    const platform = tag.split("-").at(-1) ?? "";
    return platform.startsWith(beginning) && platform.endsWith(`_${machine}`);
  });
}
