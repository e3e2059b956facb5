/**
 * Side modules of the WASM compiler in Pyodide, for each platform that wheels are tagged for: the programs of
 * fixtures/c-programs print what gcc's print, structs are laid out as the main module fills them in, numbers of macros are
 * those of Python's modules, and the project of `packwheel init` passes its tests.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inParallel } from "../../src/toolchain/workers.ts";
import { runCli } from "../cli/run-cli.ts";
import { REPOSITORY, samplePrograms } from "./chain/program-judge.ts";
import { type StartedCompiler, startCompiler } from "./chain/wasm-compiler.ts";
import { findProgram, requireJudge } from "./judge.ts";
import { findPyodideFolder, PYODIDES } from "./pyodide/find-pyodide.ts";

/** Programs that mean something else here, with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "atomics/threads": "there are no threads",
  "builtins/frames": "a function cannot know who called it",
  "floats/constants": "musl writes subnormal numbers with %a in another way",
  "floats/parts": "musl writes subnormal numbers with %a in another way",
  "library/environment": "WebAssembly has no flags of floating point",
  "library/locale-and-errors": "it ends the process",
  "linkage/constructors": "what is to be done at the end is not done yet",
  "linkage/inline": "it ends the process",
  "long-double/arithmetic": "long double has more digits than that of x86-64",
  "long-double/structs": "long double has 8 bytes as its alignment",
  "thread-local/addresses": "there are no threads",
  "thread-local/basic": "there are no threads",
};

/** Macros whose values Python knows: module of Python -> names. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  errno: [
    "EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT EBUSY EEXIST EXDEV",
    "ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ERANGE EDEADLK",
    "ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP EWOULDBLOCK ENOMSG EIDRM EOVERFLOW EILSEQ EUSERS ENOTSOCK EDESTADDRREQ",
    "EMSGSIZE EPROTOTYPE ENOPROTOOPT EPROTONOSUPPORT EOPNOTSUPP EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN ENETUNREACH",
    "ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN ETIMEDOUT ECONNREFUSED EHOSTUNREACH EALREADY EINPROGRESS",
    "ESTALE EDQUOT ECANCELED EOWNERDEAD ENOTRECOVERABLE",
  ],
  os: [
    "O_RDONLY O_WRONLY O_RDWR O_CREAT O_EXCL O_NOCTTY O_TRUNC O_APPEND O_NONBLOCK O_DSYNC O_SYNC O_CLOEXEC O_DIRECTORY",
    "O_NOFOLLOW SEEK_SET SEEK_CUR SEEK_END F_OK R_OK W_OK X_OK WNOHANG WUNTRACED RTLD_LAZY RTLD_NOW RTLD_GLOBAL RTLD_LOCAL",
  ],
  stat: ["S_IFDIR S_IFREG S_IFLNK S_IFIFO S_IFSOCK S_IFCHR S_IFBLK S_IRUSR S_IWUSR S_IXUSR S_ISUID"],
  signal: [
    "SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM",
    "SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO SIGSYS",
    "SIG_BLOCK SIG_UNBLOCK SIG_SETMASK",
  ],
  socket: [
    "AF_UNSPEC AF_INET AF_INET6 SOCK_STREAM SOCK_DGRAM SOCK_RAW SOCK_NONBLOCK SOCK_CLOEXEC SOL_SOCKET SO_REUSEADDR SO_TYPE",
    "SO_ERROR SO_BROADCAST SO_SNDBUF SO_RCVBUF SO_KEEPALIVE SO_LINGER SO_RCVTIMEO SO_SNDTIMEO IPPROTO_TCP IPPROTO_UDP",
    "IPPROTO_IPV6 TCP_NODELAY MSG_PEEK MSG_WAITALL MSG_DONTWAIT MSG_NOSIGNAL SHUT_RD SHUT_WR SHUT_RDWR AI_PASSIVE",
    "AI_CANONNAME AI_NUMERICHOST EAI_NONAME EAI_FAMILY NI_NUMERICHOST NI_NUMERICSERV",
  ],
  select: ["POLLIN POLLPRI POLLOUT POLLERR POLLHUP POLLNVAL"],
  locale: ["LC_CTYPE LC_NUMERIC LC_TIME LC_COLLATE LC_MONETARY LC_ALL CODESET RADIXCHAR DAY_1 MON_12"],
};

const CHECKS: Readonly<Record<string, { readonly code: string; readonly expected: RegExp }>> = {
  sizes: { code: "lib.sizes()", expected: /^(?:[\w ]+ 0\n)+ended with 0$/ },
  "a status of a file": {
    code: `
import os
open("/tmp/some-file", "w").write("x" * 12345)
os.utime("/tmp/some-file", (1700000000, 1800000000))
lib.status_of(b"/tmp/some-file")
ctypes.CDLL(None).fflush(None)
found = os.stat("/tmp/some-file")
print(found.st_size, found.st_mode, found.st_ino, int(found.st_mtime), found.st_nlink)
lib.status_of(b"/tmp/nowhere")
ctypes.CDLL(None).fflush(None)
import errno
print("error", errno.ENOENT)`,
    expected: /^(12345 \d+ \d+ 1800000000 1)\n\1\n(error \d+)\n\2\nended with 0$/,
  },
  "names in a folder": {
    code: `
import os
os.makedirs("/tmp/some-folder/below")
open("/tmp/some-folder/file", "w").close()
lib.names_in(b"/tmp/some-folder")`,
    expected: /^(?:(?:\. 1|\.\. 1|below 1|file 0)\n){4}ended with 0$/,
  },
  "a calendar beyond 2038": {
    code: "lib.calendar.argtypes = [ctypes.c_longlong]\nlib.calendar(4102444799)",
    expected: /^2099 12 31 23 59 59 4 364\n4102444799 GMT|^2099 12 31 23 59 59 4 364\n4102444799 UTC/,
  },
  "limits and types": {
    code: "lib.limits_and_types()",
    expected: /^\. 1\n8 8 4 16\n1\n16 2 1\n1 0\nabc\n4\nwide w\n1\.250000\nended with 0$/,
  },
  jumps: { code: "lib.jumps()", expected: /^3 30\nended with 0$/ },
};

const runner = fileURLToPath(new URL("pyodide/run-modules.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "packwheel-side-"));
const programs = samplePrograms().filter(({ name }) => LEFT_OUT[name] === undefined);

interface Job {
  readonly name: string;
  readonly path: string;
  readonly code: string;
}

describe("side modules in Pyodide", () => {
  let started: StartedCompiler;
  const jobs: Job[] = [];
  const expected = new Map<string, string>();

  before(async () => {
    started = await startCompiler(REPOSITORY, folder);
    await inParallel(programs, started.threads.width, async ({ name, source }) => {
      const path = await build(name, source, ["main=packwheel_main"]);
      jobs.push({ name, path, code: "status = lib.packwheel_main()" });
    });
    const layouts = await build("layouts", "test/conformance/pyodide/layouts.c", []);
    for (const [name, { code }] of Object.entries(CHECKS)) jobs.push({ name: `check ${name}`, path: layouts, code });
    writeFileSync(join(folder, "numbers.c"), numbersProgram());
    const numbers = await build("numbers", join(folder, "numbers.c"), []);
    jobs.push({ name: "check numbers", path: numbers, code: numbersCode() });
    writeFileSync(join(folder, "jobs.json"), JSON.stringify(jobs));
  });
  after(async () => {
    await started.threads.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function build(name: string, source: string, defines: readonly string[]): Promise<string> {
    const { bytes } = await started.compiler.compile({
      name,
      output: "library",
      fileName: "module.so",
      sources: [source],
      includeDirs: [],
      defines,
      flags: ["-O2", "-w"],
      libraries: ["m", "pthread"],
      std: "gnu17",
      target: "wasm32-unknown-emscripten",
      profile: "release",
      deploymentTarget: undefined,
      timestamp: 0,
    });
    const path = join(folder, `${name.replaceAll("/", "--")}.so`);
    writeFileSync(path, bytes);
    return path;
  }

  test("are at least 135 programs, and leave out what is there", () => {
    assert.ok(programs.length >= 135, `${programs.length} programs`);
    const names = new Set(samplePrograms().map(({ name }) => name));
    for (const name of Object.keys(LEFT_OUT)) assert.ok(names.has(name), name);
  });

  test("are programs that gcc builds", (t) => {
    if (!requireJudge(t, findProgram("gcc") !== undefined, "gcc")) return;
    for (const { name, source } of programs) {
      const program = join(folder, "gcc-program");
      const words = ["-O1", "-std=gnu17", "-w", join(REPOSITORY, source), "-o", program, "-lm", "-pthread", "-latomic"];
      const built = spawnSync("gcc", words, { encoding: "utf8" });
      assert.equal(built.status, 0, built.stderr);
      const { stdout, stderr, status } = spawnSync(program, { encoding: "latin1", cwd: folder });
      expected.set(name, `${stdout}${stderr}ended with ${status}`);
    }
  });

  for (const [name, tag] of Object.entries(PYODIDES)) {
    test(`behave on ${tag} as programs of gcc`, (t) => {
      const pyodide = findPyodideFolder(name);
      if (!requireJudge(t, pyodide !== undefined, `the npm package ${name}`) || pyodide === undefined) return;
      const file = join(folder, `${name}.json`);
      const run = spawnSync(process.execPath, [runner, pyodide, join(folder, "jobs.json"), file], {
        encoding: "utf8",
        timeout: 240_000,
      });
      assert.equal(run.status, 0, run.stderr);
      const results = new Map(Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, string>));
      assert.equal(results.size, jobs.length);
      for (const [program, output] of expected) assert.equal(results.get(program), output, program);
      for (const [check, { expected: pattern }] of Object.entries(CHECKS)) {
        assert.match(results.get(`check ${check}`) ?? "", pattern, check);
      }
      assert.equal(results.get("check numbers"), `${allNumbers().length} numbers\nended with 0`);
    });
  }
});

describe("the project of packwheel init --template ctypes", () => {
  const project = mkdtempSync(join(tmpdir(), "packwheel-pyodide-"));
  after(() => rmSync(project, { recursive: true, force: true }));

  test("becomes a wheel for Pyodide that passes its tests there", async (t) => {
    const named = Object.keys(PYODIDES).map((name) => findPyodideFolder(name));
    const found = named.filter((each) => each !== undefined);
    if (!requireJudge(t, found.length === named.length, "Pyodide of every platform")) return;
    const cwd = join(project, "hello");
    assert.equal((await runCli(["init", cwd, "--template", "ctypes"])).exitCode, 0);
    const built = await runCli(["build", "--wheel", "--target", "pyemscripten"], { cwd });
    assert.equal(built.exitCode, 0, built.stderr);
    const wheel = `dist/hello-0.1.0-py2.py3-none-${Object.values(PYODIDES).join(".")}.whl`;
    assert.ok(built.stdout.includes(wheel), built.stdout);
    const checked = await runCli(["check", wheel], { cwd });
    assert.deepEqual([checked.exitCode, checked.stderr], [0, `${wheel}: good\n`]);
    const tried = await runCli(
      ["test", wheel, "--file", "tests", "--json", ...found.flatMap((each) => ["--python", each])],
      { cwd },
    );
    const { files } = JSON.parse(tried.stdout) as {
      files: { status: string; tests: number; tag: string; output: string }[];
    };
    assert.deepEqual(
      files.map(({ status, tests, tag }) => [status, tests, tag]),
      Object.values(PYODIDES).map((tag) => ["passed", 11, `py2-none-${tag}`.replace("py2", "py3")]),
      files.map(({ output }) => output).join("\n"),
    );
  });
});

function allNumbers(): readonly (readonly [module: string, name: string])[] {
  return Object.entries(NUMBERS).flatMap(([module, lines]) =>
    lines.flatMap((line) => line.split(" ")).map((name) => [module, name] as const),
  );
}

/** `long long number(int)`: the value of each macro. */
function numbersProgram(): string {
  const headers = [
    "dlfcn.h errno.h fcntl.h langinfo.h locale.h netdb.h netinet/in.h netinet/tcp.h poll.h signal.h stdio.h sys/socket.h",
    "sys/stat.h sys/wait.h unistd.h",
  ];
  return [
    "#define _GNU_SOURCE 1",
    ...headers.flatMap((line) => line.split(" ")).map((name) => `#include <${name}>`),
    "static const long long values[] = {",
    ...allNumbers().map(([, name]) => `  ${name},`),
    "};",
    "long long number(int index) { return values[index]; }",
    "",
  ].join("\n");
}

function numbersCode(): string {
  return `
import importlib, json
names = json.loads('''${JSON.stringify(allNumbers())}''')
lib.number.restype = ctypes.c_longlong
for index, (module, name) in enumerate(names):
    known = getattr(importlib.import_module(module), name, None)
    if known is not None and int(known) != lib.number(index):
        print(module, name, int(known), lib.number(index))
print(len(names), "numbers")`;
}
