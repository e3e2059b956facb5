/**
 * A Vite and Rollup plugin: when the JavaScript build has written its files, they become package data of a wheel.
 * It has no type of Vite in its own: the few hooks it uses are the same in Vite, Rollup and Rolldown.
 */
import { resolve } from "node:path";
import { type BuildOptions, buildProject } from "../core/build/build-project.ts";
import { mountTree } from "../core/build/mounted-tree.ts";
import { PackwheelError } from "../core/errors.ts";
import { type BuiltDiskFile, placeInTree } from "./build-directory.ts";
import { diskFolder } from "./disk-output.ts";
import { diskTree } from "./disk-tree.ts";
import { nodeEnvironment } from "./environment.ts";
import { nativeEngine } from "./native-engine.ts";
import { sourceDateEpoch } from "./source-date-epoch.ts";

export interface VitePluginOptions extends BuildOptions {
  /** Folder that holds pyproject.toml, relative to Vite's root. Default: the root itself. */
  readonly project?: string;
  /** Where the built files go, relative to the project: `src/dashboard/static`. A folder of the Python package. */
  readonly into: string;
  /** Where the wheel goes, relative to the project. Default `wheels`, since Vite empties `dist`. */
  readonly outDir?: string;
  /** Called with every archive that was written. */
  readonly onBuilt?: (file: BuiltDiskFile) => void;
}

/** The part of a Vite plugin that this one uses. */
export interface BuildPlugin {
  readonly name: string;
  readonly apply: "build";
  configResolved(config: { readonly root: string; readonly build: { readonly outDir: string } }): void;
  writeBundle(output: { readonly dir?: string | undefined }): void;
  closeBundle: { readonly sequential: true; readonly order: "post"; handler(this: unknown): Promise<void> };
  buildEnd(error?: Error): void;
}

/**
 * Pack the output of a build into a wheel (and, with `kinds`, an sdist).
 *
 * @throws {PackwheelError} from the build, with everything that `buildProject` throws.
 */
export function packwheel(options: VitePluginOptions): BuildPlugin {
  let root = resolve(".");
  let built = resolve("dist");
  let failed = false;
  return {
    name: "packwheel",
    apply: "build",
    configResolved(config): void {
      root = config.root;
      built = resolve(config.root, config.build.outDir);
    },
    writeBundle(output): void {
      if (output.dir !== undefined) built = resolve(root, output.dir);
    },
    buildEnd(error): void {
      failed = error !== undefined;
    },
    closeBundle: {
      sequential: true,
      order: "post",
      async handler(): Promise<void> {
        if (failed) return;
        const project = resolve(root, options.project ?? ".");
        const outDir = resolve(project, options.outDir ?? "wheels");
        if (outDir === built) {
          throw new PackwheelError(
            "PLUGIN_OUTPUT_CLASH",
            `Cannot write wheels to "${outDir}": Vite empties this folder`,
            {
              hint: "Set outDir of the packwheel plugin to another folder",
            },
          );
        }
        const environment = nodeEnvironment(project);
        const result = await buildProject(
          mountTree(diskTree(project), options.into, diskTree(built)),
          {
            ...options,
            kinds: options.kinds ?? ["wheel"],
            outputFolder: options.outputFolder ?? placeInTree(project, outDir),
            timestamp: options.timestamp ?? sourceDateEpoch(environment),
          },
          { folder: diskFolder(outDir), engine: nativeEngine(), environment },
        );
        for (const file of result.files) options.onBuilt?.({ ...file, path: resolve(outDir, file.filename) });
      },
    },
  };
}
