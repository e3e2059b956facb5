import { moveInfo, setHeader, type WheelCase } from "./wheel-case.ts";

export const INDEX_CASES: readonly WheelCase[] = [
  {
    name: "a wheel of more than 100 MiB",
    code: "INDEX_FILE_TOO_LARGE",
    message: "File has 104859797 bytes, and PyPI takes 104857600 unless a project asked for more",
    change: ({ files }) => {
      files["hello/a.bin"] = new Uint8Array(100 * 1024 * 1024);
    },
  },
  {
    name: "a wheel that unpacks to 60 times its size",
    code: "INDEX_COMPRESSION_RATIO",
    message: "File unpacks to 74450160 bytes, more than 50 times its own 1122322",
    change: (draft) => {
      draft.files["hello/zeros.bin"] = new Uint8Array(70 * 1024 * 1024);
      draft.files["hello/stored.bin"] = new Uint8Array(1024 * 1024);
      draft.members = (members) => {
        return members.map((member) => (member.path === "hello/zeros.bin" ? { ...member, deflate: true } : member));
      };
    },
  },
  {
    name: "an encrypted module",
    code: "INDEX_OBFUSCATED",
    message: 'File "hello/secret.py" was encrypted by PyArmor, which PyPI does not take',
    change: ({ files }) => {
      files["hello/secret.py"] = "from x import y\n__pyarmor__(__name__, __file__, b'PY000000')\n";
    },
  },
  {
    name: "a wheel for plain Linux",
    code: "INDEX_PLATFORM_TAG",
    message: 'PyPI does not take wheels for the platform "linux_x86_64"',
    change: (draft) => {
      draft.filename = "hello-1.0-py3-none-linux_x86_64.whl";
      setHeader(draft.wheel, "Tag", "Tag: py3-none-linux_x86_64");
    },
  },
  {
    name: "metadata that PyPI does not read yet",
    code: "INDEX_METADATA_VERSION",
    message: "PyPI does not take Metadata-Version 2.6 yet",
    change: ({ metadata }) => setHeader(metadata, "Metadata-Version", "Metadata-Version: 2.6"),
  },
  {
    name: "a local version",
    code: "INDEX_LOCAL_VERSION",
    message: 'Version "1.0+local" has a local part, which PyPI does not take',
    change: (draft) => {
      draft.filename = "hello-1.0+local-py3-none-any.whl";
      moveInfo(draft, "hello-1.0+local.dist-info");
      setHeader(draft.metadata, "Version", "Version: 1.0+local");
    },
  },
  {
    name: "a Summary of 513 characters",
    code: "INDEX_SUMMARY_TOO_LONG",
    message: "Summary has 513 characters, and PyPI takes 512",
    change: ({ metadata }) => setHeader(metadata, "Summary", `Summary: ${"x".repeat(513)}`),
  },
  {
    name: "a dependency at a URL",
    code: "INDEX_DIRECT_DEPENDENCY",
    message:
      'Requirement "greet @ https://example.org/greet-1.0-py3-none-any.whl" points to a URL, which PyPI does not take',
    change: ({ metadata }) => {
      metadata?.push("Requires-Dist: greet @ https://example.org/greet-1.0-py3-none-any.whl");
    },
  },
  {
    name: "a classifier with a typing error",
    code: "INDEX_CLASSIFIER_UNKNOWN",
    message: 'Classifier "Programming Language :: Pyhton" does not exist',
    change: ({ metadata }) => {
      metadata?.push("Classifier: Programming Language :: Pyhton");
    },
  },
  {
    name: "a classifier of a version to come",
    code: "INDEX_CLASSIFIER_UNLISTED_VERSION",
    message: 'Classifier "Programming Language :: Python :: 3.99" is not in the list, but may have been added since',
    change: ({ metadata }) => {
      metadata?.push("Classifier: Programming Language :: Python :: 3.99");
    },
  },
  {
    name: "a private project",
    code: "INDEX_CLASSIFIER_PRIVATE",
    message: 'Classifier "Private :: Do Not Upload" keeps the project from being uploaded to PyPI',
    change: ({ metadata }) => {
      metadata?.push("Classifier: Private :: Do Not Upload");
    },
  },
  {
    name: "a deprecated classifier",
    code: "INDEX_CLASSIFIER_DEPRECATED",
    message: 'Classifier "Natural Language :: Ukranian" is deprecated',
    change: ({ metadata }) => {
      metadata?.push("Classifier: Natural Language :: Ukranian");
    },
  },
  {
    name: "the name of a standard library module",
    code: "INDEX_STANDARD_LIBRARY_NAME",
    message: 'Name "asyncio" is that of a standard library module',
    change: (draft) => {
      draft.filename = "asyncio-1.0-py3-none-any.whl";
      moveInfo(draft, "asyncio-1.0.dist-info");
      setHeader(draft.metadata, "Name", "Name: asyncio");
    },
  },
];
