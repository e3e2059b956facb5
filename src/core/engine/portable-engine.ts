/**
 * The engine that gives the same bytes on every platform and in browsers: fflate deflates, hash-wasm hashes.
 * Everything happens on the calling thread, one member after the other, in memory that does not grow with the members.
 */
import type { DecodedPart, DecodeOptions, EncodedPart, EncodeOptions, Engine } from "../ports/engine.ts";
import { decodeMember } from "./decode-member.ts";
import { encodeMember } from "./encode-member.ts";
import { gunzipStream, gzipStream } from "./gzip-stream.ts";
import { toDeflateLevel } from "./level.ts";
import { Pace } from "./pace.ts";
import { createSha256 } from "./sha256.ts";

export function portableEngine(): Engine {
  return {
    name: "portable",
    createSha256,

    async *encode(sources, options: EncodeOptions = {}): AsyncGenerator<EncodedPart> {
      const level = toDeflateLevel(options.level);
      const pace = new Pace(options.signal);
      const hasher = await createSha256();
      let index = 0;
      for (const source of sources) yield* encodeMember(source, index++, { level, pace, hasher });
    },

    async *decode(members, options: DecodeOptions = {}): AsyncGenerator<DecodedPart> {
      const pace = new Pace(options.signal);
      const hasher = await createSha256();
      let index = 0;
      for (const member of members) yield* decodeMember(member, index++, { pace, hasher });
    },

    gzip: gzipStream,
    gunzip: gunzipStream,
  };
}
