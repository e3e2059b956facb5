/** `packwheel/vite`: the plugin for Vite, Rollup and Rolldown. */
export { type BuildPlugin, packwheel, type VitePluginOptions } from "./node/vite-plugin.ts";
