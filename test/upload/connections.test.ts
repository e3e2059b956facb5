/** Ways to an index: TLS with authorities and clients of one's own, HTTP/2, proxies. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { after, before, describe, type TestContext, test } from "node:test";
import { requireJudge } from "../conformance/judge.ts";
import { type Certificates, makeCertificates } from "./certificates.ts";
import { runUpload, type UploadRun } from "./run-upload.ts";
import { buildRelease, type Release } from "./sample-files.ts";
import { Warehouse, type WarehouseOptions } from "./warehouse.ts";

const TOKEN = "pypi-AgEIcHlwaS5vcmcConnections0123456789";

let release: Release;
let certificates: Certificates | undefined;
before(async () => {
  release = await buildRelease(3);
  certificates = makeCertificates();
});
after(() => {
  release.remove();
  certificates?.remove();
});

async function withWarehouse(
  options: WarehouseOptions,
  work: (
    warehouse: Warehouse,
    upload: (settings: Record<string, string | boolean>, environment?: Record<string, string>) => Promise<UploadRun>,
  ) => Promise<void>,
): Promise<void> {
  const warehouse = await Warehouse.start(options);
  warehouse.tokens.set(TOKEN, { name: "alice", isTrusted: false });
  try {
    await work(warehouse, (settings, environment = {}) => {
      const given = { repositoryUrl: warehouse.uploadUrl, password: TOKEN, journal: "none", retries: "0", ...settings };
      return runUpload({ paths: release.wheels, cwd: release.folder, settings: given, environment });
    });
  } finally {
    await warehouse.stop();
  }
}

function tls(t: TestContext): Certificates | undefined {
  return requireJudge(t, certificates !== undefined, "openssl") ? certificates : undefined;
}

describe("an index with TLS", () => {
  test("takes files when its authority is given, and HTTP/1.1 is spoken", async (t) => {
    const made = tls(t);
    if (made === undefined) return;
    await withWarehouse({ tls: made.server, http2: true }, async (warehouse, upload) => {
      const { result, output } = await upload({ cert: made.authorityFile });
      assert.equal(result?.isComplete, true, output);
      assert.deepEqual([...new Set(warehouse.seen.map(({ httpVersion }) => httpVersion))], ["1.1"]);
    });
  });

  test("takes files by HTTP/2 where both want it", async (t) => {
    const made = tls(t);
    if (made === undefined) return;
    await withWarehouse({ tls: made.server, http2: true }, async (warehouse, upload) => {
      const { result, output } = await upload({ cert: made.authorityFile, http2: true });
      assert.equal(result?.isComplete, true, output);
      assert.deepEqual([...new Set(warehouse.seen.map(({ httpVersion }) => httpVersion))], ["2.0"]);
      assert.equal(warehouse.files.size, 3);
    });
  });

  test("has its message read by HTTP/2, which has no reason phrases", async (t) => {
    const made = tls(t);
    if (made === undefined) return;
    await withWarehouse({ tls: made.server, http2: true }, async (warehouse, upload) => {
      warehouse.isReadOnly = true;
      const { output } = await upload({ cert: made.authorityFile, http2: true });
      assert.match(output, /403 Read-only mode: Uploads are temporarily disabled\./);
    });
  });

  test("is not trusted without its authority, and gets to see nothing", async (t) => {
    const made = tls(t);
    if (made === undefined) return;
    await withWarehouse({ tls: made.server }, async (warehouse, upload) => {
      const { result, output, waits } = await upload({});
      assert.equal(result?.files[0]?.status, "failed");
      assert.match(output, /Cannot reach 127\.0\.0\.1:\d+: its certificate is signed by nobody that is trusted/);
      assert.match(output, /hint: Give the authority that signed it with --cert/);
      // The next attempt would meet the same certificate.
      assert.deepEqual([result.files[0]?.attempts, waits], [1, []]);
      assert.deepEqual(warehouse.requests, []);
    });
  });

  test("is not asked who it is with --insecure, which warns", async (t) => {
    const made = tls(t);
    if (made === undefined) return;
    await withWarehouse({ tls: made.server }, async (_, upload) => {
      const { result, output } = await upload({ insecure: true });
      assert.equal(result?.isComplete, true, output);
      assert.deepEqual(
        result.findings.map(({ code, severity }) => [code, severity]),
        [["UPLOAD_INSECURE", "warning"]],
      );
    });
  });

  test("may want to know the client", async (t) => {
    const made = tls(t);
    if (made === undefined) return;
    await withWarehouse({ tls: { ...made.server, clientAuthority: made.authority } }, async (warehouse, upload) => {
      const refused = await upload({ cert: made.authorityFile });
      assert.equal(refused.result?.files[0]?.status, "failed", refused.output);
      assert.equal(warehouse.files.size, 0);
      const { result, output } = await upload({ cert: made.authorityFile, clientCert: made.clientFile });
      assert.equal(result?.isComplete, true, output);
    });
  });

  const badFiles = [
    { name: "a missing file", file: "nowhere.pem", words: /"[^"]*nowhere\.pem": there is no such file/ },
    {
      name: "a file that is no certificate",
      file: "pyproject.toml",
      words: /"[^"]*pyproject\.toml": it holds no certificate/,
    },
  ];
  for (const { name, file, words } of badFiles) {
    test(`is not even tried with ${name} as --cert`, async () => {
      await withWarehouse({}, async (warehouse, upload) => {
        const { error } = await upload({ cert: file });
        assert.equal(error?.code, "HTTP_BAD_CERTIFICATE_FILE");
        assert.match(error.message, words);
        assert.deepEqual(warehouse.requests, []);
      });
    });
  }
});

describe("a file of several megabytes", () => {
  let large: Release;
  before(async () => {
    large = await buildRelease(1, randomBytes(5_000_001));
  });
  after(() => large.remove());

  for (const http2 of [false, true]) {
    test(`arrives whole by HTTP/${http2 ? "2" : "1.1"} with TLS, also at the second attempt`, async (t) => {
      const made = tls(t);
      if (made === undefined) return;
      await withWarehouse({ tls: made.server, http2: true }, async (warehouse) => {
        warehouse.faults.push({ kind: "answer", status: 503 });
        const { result, output } = await runUpload({
          paths: large.wheels,
          cwd: large.folder,
          settings: {
            repositoryUrl: warehouse.uploadUrl,
            password: TOKEN,
            journal: "none",
            cert: made.authorityFile,
            http2,
          },
        });
        assert.equal(result?.isComplete, true, output);
        const [file] = result.files;
        assert.ok(file && file.size > 5_000_000);
        assert.equal(file.attempts, 2);
        assert.equal(warehouse.files.get(file.filename)?.sha256, file.sha256);
      });
    });
  }
});

describe("a proxy", () => {
  const tunnels: string[] = [];
  let proxy: Server;
  before(async () => {
    proxy = createServer();
    proxy.on("connect", (request, socket, head) => {
      tunnels.push(request.url ?? "");
      const [host = "", port = ""] = (request.url ?? "").split(":");
      const target = connect(Number(port), host, () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        target.write(head);
        target.pipe(socket).pipe(target);
      });
      for (const end of [target, socket]) end.on("error", () => end.destroy());
    });
    await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  });
  after(() => {
    proxy.closeAllConnections();
    proxy.close();
  });

  const url = (): string => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  test("of HTTPS_PROXY carries the upload, and cannot read it", async (t) => {
    const made = tls(t);
    if (made === undefined) return;
    await withWarehouse({ tls: made.server }, async (warehouse, upload) => {
      tunnels.length = 0;
      const { result, output } = await upload({ cert: made.authorityFile }, { HTTPS_PROXY: url() });
      assert.equal(result?.isComplete, true, output);
      assert.ok(tunnels.length > 0);
      assert.ok(tunnels.every((target) => `https://${target}` === warehouse.origin));
    });
  });

  test("is passed by for hosts of NO_PROXY", async (t) => {
    const made = tls(t);
    if (made === undefined) return;
    await withWarehouse({ tls: made.server }, async (_, upload) => {
      tunnels.length = 0;
      const { result } = await upload({ cert: made.authorityFile }, { HTTPS_PROXY: url(), NO_PROXY: "127.0.0.1" });
      assert.equal(result?.isComplete, true);
      assert.deepEqual(tunnels, []);
    });
  });

  test("that is no URL is told without its text, which may hold a password", async () => {
    await withWarehouse({}, async (_, upload) => {
      const { error, output } = await upload({}, { HTTP_PROXY: "hunter2@proxy:x" });
      assert.equal(error?.code, "UPLOAD_SETTING_INVALID", output);
      assert.doesNotMatch(output, /hunter2/);
    });
  });
});
