import assert from "node:assert/strict";
import { describe, mock, test } from "node:test";
import { ProgressBar } from "../../src/cli/progress.ts";
import { barLine, formatRate, transferLine } from "../../src/cli/progress-lines.ts";
import { Painter } from "../../src/cli/report.ts";
import type { ReportEvent } from "../../src/core/ports/reporter.ts";
import { screenOf } from "./screen.ts";

const MB = 1_000_000;

describe("transferLine()", () => {
  const transfer = { name: "hello-1.0-py3-none-any.whl", done: 2.5 * MB, total: 10 * MB, since: 1000 };
  const cases = [
    {
      name: "with room",
      width: 99,
      now: 3000,
      line: "hello-1.0-py3-none-any.whl   25 %  2.5 MB of 10.0 MB  1.3 MB/s  0:02",
    },
    {
      name: "after minutes",
      width: 99,
      now: 751_000,
      line: "hello-1.0-py3-none-any.whl   25 %  2.5 MB of 10.0 MB  3.3 kB/s  12:30",
    },
    {
      name: "at its beginning",
      width: 99,
      now: 1000,
      line: "hello-1.0-py3-none-any.whl   25 %  2.5 MB of 10.0 MB  0 B/s  0:00",
    },
    {
      name: "where the name does not fit",
      width: 59,
      now: 3000,
      line: "hello-1.…-any.whl   25 %  2.5 MB of 10.0 MB  1.3 MB/s  0:02",
    },
    { name: "where nothing fits", width: 10, now: 3000, line: "   25 %  2" },
  ];
  for (const { name, width, now, line } of cases) {
    test(name, () => {
      assert.equal(transferLine(transfer, now, width), line);
      assert.ok(line.length <= width);
    });
  }
});

describe("barLine()", () => {
  test("counts bytes in the unit that fits, and ends at the edge", () => {
    const bar = { kind: "progress", done: MB, total: 2 * MB, unit: "bytes" } as const;
    const whole = "████████████░░░░░░░░░░░░  50 %  1.0 MB of 2.0 MB  Packing x";
    assert.equal(barLine(bar, "Packing x", 99), whole);
    assert.equal(barLine(bar, "Packing x", 40), whole.slice(0, 40));
  });
  test("is full for nothing of nothing only when something was done", () => {
    assert.match(
      barLine({ kind: "progress", done: 0, total: 0, unit: "files" }, "", 99),
      /^░{24} {3}0 % {2}0 of 0 files/,
    );
  });
});

describe("formatRate()", () => {
  for (const [bytes, seconds, text] of [
    [0, 1, "0 B/s"],
    [1, 3, "0 B/s"],
    [5000, 7, "714 B/s"],
    [5000, 2, "2.5 kB/s"],
    [5000, 0, "0 B/s"],
  ] as const) {
    test(`of ${bytes} bytes in ${seconds} s`, () => assert.equal(formatRate(bytes, seconds), text));
  }
});

describe("ProgressBar", () => {
  const all: ReportEvent = { kind: "progress", done: 0, total: 4 * MB, unit: "bytes" };
  const transfer = (name: string, done: number, isOver = false): ReportEvent => {
    return { kind: "transfer", name, done, total: 2 * MB, isOver };
  };

  function drawn(events: readonly ReportEvent[], { enabled = true, rows = 24, isCleared = false } = {}): string {
    let text = "";
    // Each event comes a second after the one before.
    let now = 1000;
    const clock = mock.method(performance, "now", () => now);
    try {
      const stream = { write: (part: string) => (text += part), columns: 80, rows };
      const bar = new ProgressBar(stream, { enabled, phases: false, lines: true, painter: new Painter(false) });
      for (const event of events) {
        bar.report(event);
        now += 1000;
      }
      const shown = text;
      bar.clear(); // also ends the timer
      return isCleared ? text : shown;
    } finally {
      clock.mock.restore();
    }
  }

  test("shows a line for each file under way above the bar of all", () => {
    const events = [all, transfer("a.whl", 0), transfer("b.whl", 0), transfer("a.whl", MB), { ...all, done: MB }];
    assert.deepEqual(screenOf(drawn(events)), [
      "a.whl   50 %  1.0 MB of 2.0 MB  333.3 kB/s  0:03",
      "b.whl    0 %  0 B of 2.0 MB  0 B/s  0:02",
      "██████░░░░░░░░░░░░░░░░░░  25 %  1.0 MB of 4.0 MB  ",
    ]);
  });

  test("leaves the lines of files that are done above, and takes theirs away", () => {
    const line: ReportEvent = { kind: "line", text: "Uploaded a.whl" };
    const events = [
      all,
      transfer("a.whl", MB),
      transfer("b.whl", MB),
      transfer("a.whl", MB, true),
      line,
      transfer("b.whl", 2 * MB),
    ];
    assert.deepEqual(screenOf(drawn(events)), [
      "Uploaded a.whl",
      "b.whl  100 %  2.0 MB of 2.0 MB  666.7 kB/s  0:03",
      "░░░░░░░░░░░░░░░░░░░░░░░░   0 %  0 B of 4.0 MB  ",
    ]);
  });

  test("begins anew with a file that is sent again", () => {
    const screen = screenOf(drawn([transfer("a.whl", MB), transfer("a.whl", 0), transfer("a.whl", MB)]));
    assert.deepEqual(screen, ["a.whl   50 %  1.0 MB of 2.0 MB  1.0 MB/s  0:01"]);
  });

  test("draws no more lines than the terminal has", () => {
    const events = Array.from({ length: 9 }, (_, index) => transfer(`${index}.whl`, 0));
    assert.equal(screenOf(drawn([all, ...events], { rows: 5 })).length, 4);
  });

  test("leaves nothing of itself", () => {
    const events = [all, transfer("a.whl", 0), transfer("b.whl", 0), { kind: "line", text: "done" } as const, all];
    assert.deepEqual(
      screenOf(drawn(events, { isCleared: true })).filter((line) => line !== ""),
      ["done"],
    );
  });

  test("writes plain lines alone where nothing is to be drawn", () => {
    const events = [
      all,
      transfer("a.whl", 0),
      { kind: "line", text: "Uploaded a.whl" } as const,
      transfer("a.whl", 0, true),
    ];
    assert.equal(drawn(events, { enabled: false }), "Uploaded a.whl\n");
  });

  test("lets no name steer the terminal", () => {
    assert.ok(!drawn([transfer("a\u001b[31m.whl", 0)]).includes("\u001b[31m"));
  });
});
