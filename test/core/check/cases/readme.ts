import { setHeader, type WheelCase } from "./wheel-case.ts";

export const README_CASES: readonly WheelCase[] = [
  {
    name: "no description",
    code: "README_MISSING",
    message: "There is no description",
    change: (draft) => {
      draft.description = "";
    },
  },
  {
    name: "a description of no type",
    code: "README_CONTENT_TYPE_MISSING",
    message: "Description-Content-Type is absent, so the description is read as reStructuredText",
    change: (draft) => {
      setHeader(draft.metadata, "Description-Content-Type");
      draft.description = "Says hello\n";
    },
  },
  {
    name: "a description in HTML",
    code: "README_CONTENT_TYPE_INVALID",
    message: 'Description-Content-Type "text/html" is not valid: it is none of text/markdown, text/x-rst, text/plain',
    change: ({ metadata }) => setHeader(metadata, "Description-Content-Type", "Description-Content-Type: text/html"),
  },
  {
    name: "a variant of Markdown that is none",
    code: "README_CONTENT_TYPE_INVALID",
    message:
      'Description-Content-Type "text/markdown; variant=gfm" is not valid: the variant "gfm" is neither GFM nor CommonMark',
    change: ({ metadata }) => {
      setHeader(metadata, "Description-Content-Type", "Description-Content-Type: text/markdown; variant=gfm");
    },
  },
  {
    name: "a directive of Sphinx",
    code: "README_RST_UNKNOWN_DIRECTIVE",
    message: /^Line 4: .*automodule/,
    change: (draft) => {
      setHeader(draft.metadata, "Description-Content-Type", "Description-Content-Type: text/x-rst");
      draft.description = "Hello\n=====\n\n.. automodule:: hello\n";
    },
  },
  {
    name: "a link to a file of the repository",
    code: "README_RELATIVE_LINK",
    message: 'Line 3: the link "docs/guide.md" leads to a file that PyPI does not have',
    change: (draft) => {
      draft.description = "# Hello\n\nSee [the guide](docs/guide.md) and [usage](#usage).\n";
    },
  },
  {
    name: "a link to a file of the repository in reStructuredText",
    code: "README_RELATIVE_LINK",
    message: 'Description links to "docs/guide.rst", a file that PyPI does not have',
    change: (draft) => {
      setHeader(draft.metadata, "Description-Content-Type", "Description-Content-Type: text/x-rst");
      draft.description = "See `the guide <docs/guide.rst>`_.\n";
    },
  },
  {
    name: "an image of the repository",
    code: "README_RELATIVE_IMAGE",
    message: 'Line 3: the image "docs/logo.png" is a file that PyPI does not have',
    change: (draft) => {
      draft.description = "# Hello\n\n![logo](docs/logo.png)\n";
    },
  },
  {
    name: "an image of the repository in reStructuredText",
    code: "README_RELATIVE_IMAGE",
    message: 'Description shows the image "docs/logo.png", a file that PyPI does not have',
    change: (draft) => {
      setHeader(draft.metadata, "Description-Content-Type", "Description-Content-Type: text/x-rst");
      draft.description = "Hello\n\n.. image:: docs/logo.png\n";
    },
  },
  {
    name: "a script",
    code: "README_HTML_AS_TEXT",
    message: "Line 1: the HTML element <script> is shown as text",
    change: (draft) => {
      draft.description = "<script></script>\n";
    },
  },
  {
    name: "a video",
    code: "README_HTML_REMOVED",
    message: "Line 1: the HTML element <video> is taken away",
    change: (draft) => {
      draft.description = "<video></video>\n";
    },
  },
  {
    name: "a table of contents",
    code: "README_MARKDOWN_EXTENSION",
    message: "Line 1: a table of contents is shown as text",
    change: (draft) => {
      draft.description = "[[toc]]\n";
    },
  },
];
