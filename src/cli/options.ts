/** Reading typed values out of the options of a command line. */
import type { Engine } from "../core/ports/engine.ts";
import { type OptionValues, UsageError } from "./context.ts";

export function flag(options: OptionValues, name: string): boolean {
  return options[name] === true;
}

export function text(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

export function list(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}

/** `--engine` and `--level`. @throws {UsageError} */
export async function engineOptions(
  options: OptionValues,
): Promise<{ readonly engine?: Engine; readonly level?: number }> {
  const level = text(options, "level");
  if (level !== undefined && !/^[0-9]$/.test(level)) {
    throw new UsageError(`Option "--level" needs a digit from 0 to 9, not "${level}"`);
  }
  const name = text(options, "engine");
  if (name !== undefined && name !== "native" && name !== "portable") {
    throw new UsageError(`Option "--engine" needs "native" or "portable", not "${name}"`);
  }
  const chosen = level === undefined ? {} : { level: Number(level) };
  if (name !== "portable") return chosen;
  const { portableEngine } = await import("../core/engine/portable-engine.ts");
  return { ...chosen, engine: portableEngine() };
}

/** `--config-setting`: `key=value`, as `pip --config-setting` and `python -m build -C` take it: a repeated key gathers its values. */
export function configSettings(options: OptionValues): Record<string, readonly string[]> {
  const overrides = new Map<string, string[]>();
  for (const setting of list(options, "configSetting")) {
    const equals = setting.indexOf("=");
    if (equals < 1) {
      throw new UsageError(`Option "--config-setting" needs key=value, not "${setting}"`, "Write -C platform-tag=any");
    }
    const key = setting.slice(0, equals);
    overrides.set(key, [...(overrides.get(key) ?? []), setting.slice(equals + 1)]);
  }
  return Object.fromEntries(overrides);
}
