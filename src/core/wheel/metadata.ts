/**
 * Core metadata: the METADATA file of a wheel and the PKG-INFO file of an sdist.
 * Spec: https://packaging.python.org/en/latest/specifications/core-metadata/
 */

/** All fields of core metadata 2.5, lower camel case of the header's name; repeated fields are lists. */
export interface CoreMetadata {
  readonly metadataVersion: string;
  readonly name: string;
  readonly version: string;
  readonly dynamic: readonly string[];
  readonly platform: readonly string[];
  readonly supportedPlatform: readonly string[];
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly descriptionContentType?: string | undefined;
  /** One string, as the header holds it: `a,b,c`. */
  readonly keywords?: string | undefined;
  readonly homePage?: string | undefined;
  readonly downloadUrl?: string | undefined;
  readonly author?: string | undefined;
  readonly authorEmail?: string | undefined;
  readonly maintainer?: string | undefined;
  readonly maintainerEmail?: string | undefined;
  readonly license?: string | undefined;
  readonly licenseExpression?: string | undefined;
  readonly licenseFile: readonly string[];
  readonly classifier: readonly string[];
  readonly requiresDist: readonly string[];
  readonly requiresPython?: string | undefined;
  readonly requiresExternal: readonly string[];
  /** `Label, https://…` */
  readonly projectUrl: readonly string[];
  readonly providesExtra: readonly string[];
  readonly providesDist: readonly string[];
  readonly obsoletesDist: readonly string[];
  readonly requires: readonly string[];
  readonly provides: readonly string[];
  readonly obsoletes: readonly string[];
  /** `["",]` stands for "no import names". */
  readonly importName: readonly string[];
  readonly importNamespace: readonly string[];
}
