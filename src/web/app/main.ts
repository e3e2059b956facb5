/** The page: its parts, and what they share. */
import { BuildPart } from "./build/build-part.ts";
import { inspectPart, isArchive } from "./inspect/inspect-part.ts";
import type { GivenFiles } from "./messages/given.ts";
import { RunPart } from "./run/run-part.ts";
import { announce } from "./shell/announce.ts";
import { acceptDrops } from "./shell/drop.ts";
import { byId } from "./shell/element.ts";
import { helpButton } from "./shell/help.ts";
import { icon } from "./shell/icon.ts";
import { keepOffline } from "./shell/offline.ts";
import type { Part } from "./shell/part.ts";
import { placeOf } from "./shell/place-of.ts";
import { type PartName, Tabs } from "./shell/tabs.ts";
import { themeSwitch } from "./shell/theme.ts";

byId("brand").prepend(icon("wheel"));
byId("tools").append(helpButton(), themeSwitch());

/** What tries the project that Build has, once there is a wheel of it. */
let exampleCode: string | undefined;

const inspect = inspectPart(byId("inspect"));
const run = new RunPart(byId("run"), placeOf("pyodide"));
const build = new BuildPart(byId("build"), {
  toolchain: placeOf("toolchain"),
  onInspect(file) {
    tabs.show("inspect");
    inspect.inspect(file);
  },
  onRun(file) {
    tabs.show("run");
    byId("run-go").focus();
    run.choose(file);
    void run.run();
  },
  onRunnable(file) {
    run.offer(file);
    run.suggest(exampleCode);
  },
  onExample({ code }) {
    exampleCode = code;
  },
});

const parts: Readonly<Record<PartName, Part>> = { inspect, build, run };
let shown: PartName = "inspect";
const tabs = new Tabs((part) => {
  shown = part;
});

acceptDrops(
  (given) => {
    const part = takerOf(given);
    if (part !== shown) tabs.show(part);
    parts[part].take(given);
  },
  (error) => announce(error instanceof Error ? error.message : String(error)),
);

/** An archive is something to look into, a folder something to build, wherever they are dropped. */
function takerOf({ files, folder }: GivenFiles): PartName {
  const [first] = files;
  const isOneArchive = files.length === 1 && first !== undefined && isArchive(first.path);
  if (shown === "build" && isOneArchive) return "inspect";
  return shown === "inspect" && (folder !== undefined || !isOneArchive) ? "build" : shown;
}

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]") !== null) return;
  // It empties the field first.
  if (event.target instanceof HTMLInputElement && event.target.value !== "") return;
  if (parts[shown].escape()) event.preventDefault();
});

keepOffline(byId("offline"));
