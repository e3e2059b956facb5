/** Reading and checking archives that are at hand as bytes, with the portable engine unless another is given. */

import { checkDistribution as checkOpenDistribution } from "../check/check-distribution.ts";
import type { CheckOptions } from "../check/check-options.ts";
import { checkSdist as checkOpenSdist } from "../check/check-sdist.ts";
import { checkWheel as checkOpenWheel } from "../check/check-wheel.ts";
import { portableEngine } from "../engine/portable-engine.ts";
import type { Finding } from "../errors.ts";
import type { Engine } from "../ports/engine.ts";
import type { RandomAccess } from "../ports/random-access.ts";
import { type ReadSdistOptions, readSdist as readOpenSdist, type Sdist } from "../sdist/read.ts";
import { type ReadWheelOptions, readWheel as readOpenWheel, type Wheel } from "../wheel/read.ts";
import { bytesAccess } from "./bytes-access.ts";

/** An archive: all of its bytes, or a way to read any of them. */
export type ArchiveSource = Uint8Array | RandomAccess;

type WithDefaultEngine<Options extends { readonly engine: Engine }> = Omit<Options, "engine"> & {
  /** Default: the portable engine. */
  readonly engine?: Engine | undefined;
};

/** Read a wheel as far as it can be read. @throws {PackwheelError} when it is no archive at all */
export function readWheel(source: ArchiveSource, options: WithDefaultEngine<ReadWheelOptions>): Promise<Wheel> {
  return readOpenWheel(opened(source), withEngine(options));
}

/** Read an sdist as far as it can be read. @throws {PackwheelError} when it is no archive at all */
export function readSdist(source: ArchiveSource, options: WithDefaultEngine<ReadSdistOptions>): Promise<Sdist> {
  return readOpenSdist(opened(source), withEngine(options));
}

/** Everything that PyPI and installers would say of a wheel. */
export function checkWheel(source: ArchiveSource, options: WithDefaultEngine<CheckOptions>): Promise<Finding[]> {
  return checkOpenWheel(opened(source), withEngine(options));
}

/** Everything that PyPI would say of an sdist. */
export function checkSdist(source: ArchiveSource, options: WithDefaultEngine<CheckOptions>): Promise<Finding[]> {
  return checkOpenSdist(opened(source), withEngine(options));
}

/** `checkWheel` or `checkSdist`, by the file name. */
export function checkDistribution(source: ArchiveSource, options: WithDefaultEngine<CheckOptions>): Promise<Finding[]> {
  return checkOpenDistribution(opened(source), withEngine(options));
}

function opened(source: ArchiveSource): RandomAccess {
  return source instanceof Uint8Array ? bytesAccess(source) : source;
}

function withEngine<Options extends { readonly engine?: Engine | undefined }>(
  options: Options,
): Options & { readonly engine: Engine } {
  return { ...options, engine: options.engine ?? portableEngine() };
}
