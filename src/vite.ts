/** `packwheel/vite`: plugins for Vite; the first also for Rollup and Rolldown. */
export { type BuildPlugin, packwheel, type VitePluginOptions } from "./node/vite-plugin.ts";
export { packwheelToolchain, type ToolchainPlugin, type ViteToolchainOptions } from "./node/vite-toolchain.ts";
