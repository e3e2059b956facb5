import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PackwheelError } from "../../src/core/errors.ts";
import { answerJob, errorOfPassed, passedError, type WorkerJob } from "../../src/toolchain/worker-messages.ts";
import { type PoolWorker, type WorkerEvents, WorkerPool } from "../../src/toolchain/worker-pool.ts";
import { COMPILED, FakeWorkers } from "./fake-workers.ts";

/** Workers that answer when the test says so. */
class FakeCrew {
  readonly started: { readonly events: WorkerEvents; readonly jobs: { id: number; job: string }[]; ended: boolean }[] =
    [];
  readonly pool: WorkerPool<string>;

  constructor(width: number) {
    this.pool = new WorkerPool<string>(width, (events) => {
      const worker = { events, jobs: [] as { id: number; job: string }[], ended: false };
      this.started.push(worker);
      const end = async (): Promise<void> => {
        worker.ended = true;
      };
      return { give: (id, job) => worker.jobs.push({ id, job }), end } satisfies PoolWorker<string>;
    });
  }

  answer(worker: number, messages: string): void {
    const { events, jobs } = this.started[worker]!;
    events.onAnswer({ id: jobs.at(-1)!.id, result: { ...COMPILED, messages } });
  }

  /** What each worker was given, in order. */
  get given(): string[][] {
    return this.started.map(({ jobs }) => jobs.map(({ job }) => job));
  }
}

describe("WorkerPool", () => {
  test("starts workers as they are needed, and gives the next job to the first that is free", async () => {
    const crew = new FakeCrew(2);
    const results = ["a", "b", "c"].map((job) => crew.pool.ask(job));
    assert.deepEqual(crew.given, [["a"], ["b"]]);
    crew.answer(1, "b is done");
    assert.deepEqual(crew.given, [["a"], ["b", "c"]]);
    crew.answer(0, "a is done");
    crew.answer(1, "c is done");
    const messages = (await Promise.all(results)).map((result) => result.messages);
    assert.deepEqual(messages, ["a is done", "b is done", "c is done"]);
  });

  test("ends the worker of a cancelled job, and does the others' with another one", async () => {
    const crew = new FakeCrew(1);
    const stop = new AbortController();
    const cancelled = crew.pool.ask("long", stop.signal);
    const next = crew.pool.ask("next");
    stop.abort(new Error("enough"));
    await assert.rejects(cancelled, { message: "enough" });
    assert.equal(crew.started[0]!.ended, true);
    assert.deepEqual(crew.given, [["long"], ["next"]]);
    crew.answer(1, "done");
    assert.equal((await next).messages, "done");
  });

  test("forgets a cancelled job that was waiting, and leaves the worker alone", async () => {
    const crew = new FakeCrew(1);
    const stop = new AbortController();
    const first = crew.pool.ask("first");
    const waiting = crew.pool.ask("waiting", stop.signal);
    stop.abort(new Error("enough"));
    await assert.rejects(waiting, { message: "enough" });
    crew.answer(0, "done");
    assert.equal((await first).messages, "done");
    assert.deepEqual(crew.given, [["first"]]);
  });

  test("refuses a job that was cancelled before", async () => {
    const crew = new FakeCrew(1);
    await assert.rejects(crew.pool.ask("late", AbortSignal.abort(new Error("enough"))), { message: "enough" });
    assert.deepEqual(crew.started, []);
  });

  test("hears no answer to a job that is no longer wanted", async () => {
    const crew = new FakeCrew(1);
    const stop = new AbortController();
    const cancelled = crew.pool.ask("long", stop.signal);
    stop.abort(new Error("enough"));
    crew.answer(0, "too late");
    await assert.rejects(cancelled, { message: "enough" });
  });

  test("tells why a worker ended, and goes on with another one", async () => {
    const crew = new FakeCrew(1);
    const lost = crew.pool.ask("lost");
    const next = crew.pool.ask("next");
    crew.started[0]!.events.onFailure(new Error("out of memory"));
    await assert.rejects(lost, {
      code: "TOOLCHAIN_CRASHED",
      message: "Cannot go on with a worker of the WASM compiler: out of memory",
    });
    crew.answer(1, "done");
    assert.equal((await next).messages, "done");
  });

  test("tells why a worker cannot be started, and does not try that job again", async () => {
    let tries = 0;
    const pool = new WorkerPool<string>(1, () => {
      tries += 1;
      throw new Error("the page forbids workers");
    });
    const code = "TOOLCHAIN_CRASHED";
    for (const job of ["first", "second"]) {
      await assert.rejects(pool.ask(job), { code, message: /: the page forbids workers$/ });
    }
    assert.equal(tries, 2);
  });

  test("fails what is not done when it is closed", async () => {
    const crew = new FakeCrew(1);
    const jobs = [crew.pool.ask("working"), crew.pool.ask("waiting")];
    await crew.pool.close();
    assert.equal(crew.started[0]!.ended, true);
    for (const job of jobs) await assert.rejects(job, { code: "TOOLCHAIN_CRASHED", message: /it was closed$/ });
  });
});

describe("errors between workers", () => {
  test("keep everything that a PackwheelError tells", () => {
    const findings = [{ code: "A", severity: "error" as const, message: "a" }];
    const error = new PackwheelError("IR_INVALID", "Cannot read it", { hint: "Mend it", path: "a.c", findings });
    const passed = errorOfPassed(structuredClone(passedError(error)));
    assert.ok(passed instanceof PackwheelError);
    const { code, message, hint, path } = passed;
    assert.deepEqual({ code, message, hint, path, findings: passed.findings }, { ...passedError(error) });
  });

  test("keep the message of any other", () => {
    assert.deepEqual(passedError(new TypeError("no function")), { message: "no function" });
    assert.equal(errorOfPassed({ message: "no function" }).message, "no function");
  });

  test("are what a worker answers a job with that fails", async () => {
    const workers = new FakeWorkers(() => {
      throw new PackwheelError("IR_INVALID", "Cannot read it");
    });
    // Its content is nothing to a worker that refuses it.
    const job = { kind: "compile", run: {} } as WorkerJob;
    const answer = await answerJob(7, job, workers);
    assert.deepEqual(answer, { id: 7, error: passedError(new PackwheelError("IR_INVALID", "Cannot read it")) });
  });
});
